import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '../harness/settings';
import { apply, kubectl } from './kubectl';

/** What a project's CRD says of the fields that this library writes: `{ apiVersion, kind, spec }`. */
const SPECS = join(settings.repository, 'test', 'crds');
/** Whole schemas out of the projects' CRDs, without the fields that this library does not write: GROUP.VERSION.KIND.json. */
const SCHEMAS = join(settings.repository, 'test', 'oracle', 'crds');

interface CustomResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly schema: unknown;
}

/** Makes the custom resources known to the server whose schemas the tests keep, so that it judges what is applied. */
export async function installCustomResources(): Promise<void> {
  const definitions = [...read(SPECS, fromSpec), ...read(SCHEMAS, fromSchema)].map(definitionOf);
  await apply(definitions, '--server-side');
  const names = definitions.map(({ metadata }) => `crd/${metadata.name}`);
  await kubectl('wait', '--for=condition=Established', '--timeout=60s', ...names);
}

function read<T>(folder: string, parse: (content: T, file: string) => CustomResource): CustomResource[] {
  return readdirSync(folder).map((file) => parse(JSON.parse(readFileSync(join(folder, file), 'utf8')), file));
}

function fromSpec({ apiVersion, kind, spec }: { apiVersion: string; kind: string; spec: object }): CustomResource {
  const [group = '', version = ''] = apiVersion.split('/');
  return { group, version, kind, schema: { type: 'object', properties: { spec } } };
}

function fromSchema(schema: object, file: string): CustomResource {
  const [kind = '', version = '', ...group] = file.replace('.json', '').split('.').reverse();
  return { group: group.reverse().join('.'), version, kind, schema };
}

function definitionOf({ group, version, kind, schema }: CustomResource) {
  const singular = kind.toLowerCase();
  const plural = singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, plural, singular },
      scope: kind.startsWith('Cluster') ? 'Cluster' : 'Namespaced',
      versions: [{ name: version, served: true, storage: true, schema: { openAPIV3Schema: structural(schema) } }],
    },
  };
}

/**
 * A CRD may not forbid other fields: the server drops them, or refuses them where validation is strict. Defaults name fields that were
 * left out.
 */
function structural(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(structural);
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.entries(schema).filter(
    ([name, value]) => name !== 'default' && (name !== 'additionalProperties' || value !== false),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, structural(value)]));
}
