// Makes test/oracle/crds/*.json: of each CustomResourceDefinition only what the documents of this library use, all else forbidden.
//   node -r ./scripts/typescript.js test/oracle/prune-crds.ts CRD.yaml...
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { fanOutDocuments } from '../fan-out/fan-out-documents';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
}

interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Schema } }[];
  };
}

function prune({ description: _, ...schema }: Schema, values: readonly unknown[]): Schema {
  if (schema.items) {
    return {
      ...schema,
      items: prune(
        schema.items,
        values.flatMap((value) => (Array.isArray(value) ? value : [])),
      ),
    };
  }
  if (!schema.properties) return schema;
  const objects = values.filter(
    (value): value is Record<string, unknown> => typeof value === 'object' && value !== null,
  );
  const used = Object.entries(schema.properties)
    .filter(([name]) => schema.required?.includes(name) || objects.some((object) => object[name] !== undefined))
    .map(([name, child]) => [
      name,
      prune(
        child,
        objects.map((object) => object[name]),
      ),
    ]);
  return { ...schema, properties: Object.fromEntries(used), additionalProperties: false };
}

for (const file of process.argv.slice(2)) {
  const { group, names, versions } = (load(readFileSync(file, 'utf8')) as Crd).spec;
  const documents = fanOutDocuments().filter(({ kind }) => kind === names.kind);
  const [, version = ''] = documents[0]?.apiVersion.split('/') ?? [];
  const found = versions.find(({ name }) => name === version);
  if (!found) throw new Error(`${file} has no version ${version}`);
  const { properties, ...schema } = found.schema.openAPIV3Schema;
  const pruned = prune({ ...schema, properties: { ...properties, metadata: { type: 'object' } } }, documents);
  const target = join(__dirname, 'crds', `${group}.${version}.${names.kind}.json`);
  writeFileSync(target, `${JSON.stringify(pruned)}\n`);
  process.stdout.write(`${basename(target)}\n`);
}
