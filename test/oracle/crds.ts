import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'crds');

/** What a project's CustomResourceDefinition says of the fields that this library writes; others are refused. */
export interface CustomResource {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly schema: object;
}

/** The custom resources whose schemas are kept: GROUP.VERSION.KIND.json. */
export const CUSTOM_RESOURCES: readonly CustomResource[] = readdirSync(FOLDER).map((file) => {
  const [kind = '', version = '', ...group] = file.replace('.json', '').split('.').reverse();
  return {
    group: group.reverse().join('.'),
    version,
    kind,
    schema: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
  };
});
