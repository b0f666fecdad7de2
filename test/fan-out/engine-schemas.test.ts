import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { fanOutDocuments } from './fan-out-documents';

const CRDS = join(__dirname, '..', 'oracle', 'crds');
const documents = fanOutDocuments();

/** Schemas of the engines' own CustomResourceDefinitions: what the API server of a cluster that has them would say. */
describe.each(readdirSync(CRDS))('%s', (file) => {
  const schema = JSON.parse(readFileSync(join(CRDS, file), 'utf8'));
  const [kind = '', version] = file.replace('.json', '').split('.').reverse();
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const ours = documents.filter((document) => document.kind === kind);

  test('there are documents to hold against it', () => {
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.every(({ apiVersion }) => apiVersion.endsWith(`/${version}`))).toBe(true);
  });

  test.each(ours.map((document, i) => [i, document] as const))('document %i is valid', (_, document) => {
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('a field that the engine does not know is refused', () => {
    const [first] = ours as unknown as { spec: object }[];
    expect(validate({ ...first, spec: { ...first?.spec, namespaceSelectr: {} } })).toBe(false);
  });
});
