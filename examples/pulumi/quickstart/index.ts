// pulumi config set ghcrUsername acme-bot
// pulumi config set --secret ghcrPassword …
// pulumi config set kubernetes:enableSecretMutable true
import { Deployment } from '@pulumi/kubernetes/apps/v1';
import { Namespace } from '@pulumi/kubernetes/core/v1';
import { Config } from '@pulumi/pulumi';
import { InputCredentials, PrivateRegistryAccess, PullSecret, Registry } from 'regcred/pulumi';

const namespace = new Namespace('payments', { metadata: { name: 'payments' } });

new PrivateRegistryAccess('pull', {
  namespaces: [namespace],
  pullSecrets: [
    PullSecret.fromLogins({
      logins: [
        Registry.ghcr({ owner: 'acme' }).login(InputCredentials.fromConfig({ prefix: 'ghcr' })),
        Registry.dockerHub().login(InputCredentials.fromConfig({ prefix: 'dockerHub' })),
      ],
    }),
  ],
});

// names no pull secret: it gets `regcred`, and waits for it
new Deployment('api', {
  metadata: { name: 'api', namespace: namespace.metadata.name },
  spec: {
    selector: { matchLabels: { app: 'api' } },
    template: {
      metadata: { labels: { app: 'api' } },
      spec: { containers: [{ name: 'api', image: new Config().get('image') ?? 'ghcr.io/acme/api:3.1.0' }] },
    },
  },
});
