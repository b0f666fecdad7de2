import * as cdk8s from '../../src';
import * as pulumi from '../../src/pulumi';
import { byIdentity, IDENTITIES, INTENTS, identityProps, synthesised } from './intents';
import { deploy, type Registered } from './mock-stack';

test.each(Object.entries(INTENTS))('%s: cdk8s and Pulumi ask for the same objects', async (_, intents) => {
  const resources = await deploy(() => {
    intents.forEach((intent, i) => {
      new pulumi.PrivateRegistryAccess(`pull-${i}`, intent);
    });
  });
  const expected = synthesised((chart) => {
    intents.forEach((intent, i) => {
      new cdk8s.PrivateRegistryAccess(chart, `pull-${i}`, intent);
    });
  });
  expect(objectsOf(resources)).toEqual(expected);
  expect(resources.every(isOfItsKind)).toBe(true);
});

test.each(Object.entries(IDENTITIES))('identities, %s: cdk8s and Pulumi ask for the same objects', async (_, more) => {
  const props = identityProps(more);
  const resources = await deploy(() => {
    new pulumi.WorkloadIdentity('api', props);
  });
  const expected = synthesised((chart) => {
    new cdk8s.WorkloadIdentity(chart, 'api', props);
  });
  expect(objectsOf(resources)).toEqual(expected);
});

const objectsOf = (resources: readonly Registered[]) =>
  byIdentity(resources.filter(({ type }) => type.startsWith('kubernetes:')).map(({ inputs }) => inputs));

/** A patch has a type of its own; all else is registered as what it is. */
function isOfItsKind({ type, inputs }: Registered): boolean {
  return !type.startsWith('kubernetes:') || type.replace(/Patch$/, '').endsWith(`:${inputs.kind}`);
}
