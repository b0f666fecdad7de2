import { CUSTOM_RESOURCES, type CustomResource } from '../../oracle/crds';
import { apply, kubectl } from './kubectl';

/** Makes the custom resources known to the server whose schemas the tests keep, so that it judges what is applied. */
export async function installCustomResources(): Promise<void> {
  const definitions = CUSTOM_RESOURCES.map(definitionOf);
  await apply(definitions, '--server-side');
  const names = definitions.map(({ metadata }) => `crd/${metadata.name}`);
  await kubectl('wait', '--for=condition=Established', '--timeout=60s', ...names);
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

/** Comments, and defaults: they name fields that were left out. */
const NO_SHAPE = ['$comment', 'default'];

/** A CRD may not forbid other fields: the server drops them, or refuses them where validation is strict. */
function structural(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(structural);
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.entries(schema).filter(
    ([name, value]) => !NO_SHAPE.includes(name) && (name !== 'additionalProperties' || value !== false),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, structural(value)]));
}
