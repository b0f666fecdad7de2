import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { KubernetesObject } from '../../../src/kubernetes';
import { documentsOf } from './documents';
import { CLUSTER_SIDE } from './examples';

const FOLDER = join(__dirname, '..', '..', 'crds');
const ajv = new Ajv({ allErrors: true });
const validators = new Map<string, ValidateFunction>();
for (const file of readdirSync(FOLDER)) {
  const { apiVersion, kind, spec } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  validators.set(`${apiVersion}/${kind}`, ajv.compile(spec));
}
const seen = new Set<string>();

test.each(Object.entries(CLUSTER_SIDE))('%s writes what the CRDs take', (_name, secret) => {
  const documents = documentsOf(secret(), { labels: { team: 'shop' } });
  for (const document of documents.filter(({ kind }) => kind !== 'Secret')) expect(faultsOf(document)).toEqual([]);
});

test('every CRD whose facts are kept is written by some strategy', () => {
  expect([...validators.keys()].sort()).toEqual([...seen].sort());
});

function faultsOf({ apiVersion, kind, spec }: KubernetesObject): unknown[] {
  const id = `${apiVersion}/${kind}`;
  seen.add(id);
  const validate = validators.get(id);
  if (validate === undefined) return [`no facts about ${id}`];
  return validate(spec) ? [] : (validate.errors ?? []);
}
