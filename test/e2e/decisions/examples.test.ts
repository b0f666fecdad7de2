import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installCustomResources } from '../client/custom-resources';
import { apply, kubectl } from '../client/kubectl';
import { describeOn } from '../client/suite';
import { synthExample } from '../client/synth';
import { call } from '../harness/api';
import { settings } from '../harness/settings';

const FOLDER = join(settings.repository, 'examples');
const EXAMPLES = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'main.ts')));

describeOn('server', 'what the examples write is what the API server takes, to the last field', () => {
  beforeAll(installCustomResources);

  test.each(EXAMPLES)('%s', async (name) => {
    const yaml = synthExample(name);
    const namespaces = new Set([...yaml.matchAll(/^ {2}namespace: "?([^"\n]+)/gm)].map(([, namespace]) => namespace));
    for (const namespace of namespaces) await call('POST', '/api/v1/namespaces', { metadata: { name: namespace } });
    // a dry run makes nothing, and a pod is refused whose account is not there
    const documents = yaml.split(/^---$/m);
    const accounts = documents.filter((document) => /^kind: ServiceAccount$/m.test(document));
    if (accounts.length > 0) await apply(accounts.join('---'), '--server-side', '--force-conflicts');
    const printed = await apply(yaml, '--server-side', '--dry-run=server', '--validate=strict', '--force-conflicts');
    expect(printed.trim().split('\n')).toHaveLength(documents.length);
  });

  test('the server would refuse a field that is none', async () => {
    const account = `{apiVersion: v1, kind: ServiceAccount, metadata: {name: x}, spec: {imagePullSecrets: [{name: a}]}}`;
    await expect(apply(account, '--server-side', '--dry-run=server', '--validate=strict')).rejects.toThrow('spec');
    expect(await kubectl('version')).toContain('Server Version');
  });
});
