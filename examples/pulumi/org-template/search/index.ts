// The search team: a chart would do as well as this YAML, its pods get the pull secret and the account too.
import { ConfigGroup } from '@pulumi/kubernetes/yaml/v2';
import { AcmeTeam } from '../acme-registries';

const team = new AcmeTeam('search', { team: 'search', components: ['index'] });

new ConfigGroup(
  'nightly',
  {
    yaml: `
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly, namespace: search-index }
spec:
  schedule: 0 3 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers: [{ name: nightly, image: 'harbor.acme.com/search/indexer:0.9.2' }]
`,
  },
  { parent: team, dependsOn: team },
);
