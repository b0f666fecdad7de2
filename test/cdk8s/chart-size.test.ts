import { ApiObject, Chart, Testing } from 'cdk8s';
import { PrivateRegistryAccess, PullSecret } from '../../src';

/** An app whose only chart has so many documents, one of them ours. */
function appOf(documents: number) {
  const app = Testing.app();
  const chart = new Chart(app, 'org');
  new PrivateRegistryAccess(chart, 'pull', { namespaces: ['a'], pullSecrets: [PullSecret.existing('regcred')] });
  for (let i = 1; i < documents; i++) new ApiObject(chart, `o${i}`, { apiVersion: 'v1', kind: 'ConfigMap' });
  return app;
}

test('a chart that cdk8s could not write is refused, with the number of charts that it takes', () => {
  expect(() => appOf(100_001).synthYaml()).toThrow(
    "chart 'org' has 100001 documents, and cdk8s writes no chart with more than about 120,000: " +
      'spread the namespaces over 2 charts, each with a PrivateRegistryAccess for its part',
  );
});

test('the documents are counted once, however many charts cdk8s validates', () => {
  const app = Testing.app();
  const findAll = jest.spyOn(Object.getPrototypeOf(app.node), 'findAll');
  for (let i = 0; i < 20; i++) {
    const chart = new Chart(app, `c${i}`);
    new PrivateRegistryAccess(chart, 'pull', { namespaces: [`n${i}`], pullSecrets: [PullSecret.existing('regcred')] });
  }
  const whole = () => findAll.mock.contexts.filter((node) => node === app.node).length;
  app.synthYaml();
  const first = whole();
  const bare = Testing.app();
  for (let i = 0; i < 20; i++) new Chart(bare, `c${i}`);
  findAll.mockClear();
  bare.synthYaml();
  const cdk8sItself = findAll.mock.contexts.filter((node) => node === bare.node).length;
  expect(first - cdk8sItself).toBe(1);
});
