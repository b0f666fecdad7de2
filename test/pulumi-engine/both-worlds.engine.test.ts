import { Deployment } from '@pulumi/kubernetes/apps/v1';
import { ApiObject } from 'cdk8s';
import * as cdk8s from '../../src';
import * as pulumi from '../../src/pulumi';
import { byIdentity, IDENTITIES, INTENTS, identityProps, synthesised } from '../pulumi/intents';
import { describeEngine } from './harness/describe-engine';
import { Sandbox } from './harness/sandbox';

/** A workload of a namespace that all intents have; it names no pull secret. */
const WEB = {
  metadata: { name: 'web', namespace: 'payments' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'ghcr.io/acme/web:1' }] },
    },
  },
};

describeEngine('one declaration, both worlds: what the provider is asked for is what cdk8s writes', () => {
  /** The objects that the provider is asked for, by what they are. */
  async function created(namespaces: readonly string[], program: () => void): Promise<Record<string, unknown>> {
    const sandbox = Sandbox.create(namespaces);
    const stack = await sandbox.stack('dev', async () => program(), {
      'kubernetes:enableSecretMutable': { value: 'true' },
    });
    await stack.up();
    const objects = byIdentity(sandbox.created());
    sandbox.dispose();
    return objects;
  }

  test.each(Object.entries(INTENTS))('%s', async (_, intents) => {
    const given = intents.filter(({ createNamespaces }) => !createNamespaces).flatMap(({ namespaces }) => namespaces);
    const objects = await created([...new Set(given)], () => {
      intents.forEach((intent, i) => {
        new pulumi.PrivateRegistryAccess(`pull-${i}`, intent);
      });
      new Deployment('web', WEB);
    });
    const expected = synthesised((chart) => {
      intents.forEach((intent, i) => {
        new cdk8s.PrivateRegistryAccess(chart, `pull-${i}`, intent);
      });
      new ApiObject(chart, 'web', { apiVersion: 'apps/v1', kind: 'Deployment', ...WEB });
    });
    expect(objects).toEqual(expected);
  });

  test.each(Object.entries(IDENTITIES))('identities, %s', async (_, more) => {
    const props = identityProps(more);
    const objects = await created(props.namespaces, () => {
      new pulumi.WorkloadIdentity('api', props);
    });
    const expected = synthesised((chart) => {
      new cdk8s.WorkloadIdentity(chart, 'api', props);
    });
    expect(objects).toEqual(expected);
  });
});
