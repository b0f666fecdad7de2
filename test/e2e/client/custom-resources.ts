import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../harness/settings';
import { apply, kubectl } from './kubectl';

const FOLDER = join(settings.repository, 'test', 'crds');

/** A schema of test/crds: what a project's CRD says of the fields that this library writes. */
interface Schema {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: object;
}

/** Makes the custom resources known to the server whose schemas are in test/crds, so that it judges what is applied. */
export async function installCustomResources(): Promise<void> {
  const definitions = readdirSync(FOLDER).map((file) =>
    definitionOf(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
  );
  await apply(definitions, '--server-side');
  await kubectl(
    'wait',
    '--for=condition=Established',
    '--timeout=60s',
    ...definitions.map(({ metadata }) => `crd/${metadata.name}`),
  );
}

function definitionOf({ apiVersion, kind, spec }: Schema) {
  const [group = '', version = ''] = apiVersion.split('/');
  const singular = kind.toLowerCase();
  const plural = `${singular}s`;
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec: structural(spec) } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, plural, singular },
      scope: kind.startsWith('Cluster') ? 'Cluster' : 'Namespaced',
      versions: [{ name: version, served: true, storage: true, schema }],
    },
  };
}

/** A CRD may not forbid other fields: the server drops them, or refuses them where validation is strict. */
function structural(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(structural);
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.entries(schema).filter(([name, value]) => name !== 'additionalProperties' || value !== false);
  return Object.fromEntries(fields.map(([name, value]) => [name, structural(value)]));
}
