import Ajv from 'ajv';
import type { KubernetesObject } from '../../src/kubernetes';
import { fanOutDocuments } from '../fan-out/fan-out-documents';
import { documentsOf } from '../plan/backends/documents';
import { CLUSTER_SIDE } from '../plan/backends/examples';
import { CUSTOM_RESOURCES } from './crds';

const ofBackEnds = Object.values(CLUSTER_SIDE)
  .flatMap((secret) => documentsOf(secret(), { labels: { team: 'shop' } }))
  .filter(({ kind }) => kind !== 'Secret');
const documents = [...ofBackEnds, ...fanOutDocuments()];

const idOf = ({ apiVersion, kind }: KubernetesObject) => `${apiVersion} ${kind}`;
const known = CUSTOM_RESOURCES.map((crd) => ({ ...crd, id: `${crd.group}/${crd.version} ${crd.kind}` }));

test('of each kind that a back-end writes there is a schema', () => {
  const ids = known.map(({ id }) => id);
  expect(ofBackEnds.map(idOf).filter((id) => !ids.includes(id))).toEqual([]);
});

/** Schemas of the projects' own CustomResourceDefinitions: what the API server of a cluster that has them would say. */
describe.each(known)('$id', ({ id, schema }) => {
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  const ours = documents.filter((document) => idOf(document) === id);

  test('there are documents to hold against it', () => {
    expect(ours.length).toBeGreaterThan(0);
  });

  test.each(ours.map((document, i) => [i, document] as const))('document %i is valid', (_, document) => {
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('a field that the project does not know is refused', () => {
    const [first] = ours as unknown as { spec: object }[];
    expect(validate({ ...first, spec: { ...first?.spec, namespaceSelectr: {} } })).toBe(false);
  });
});
