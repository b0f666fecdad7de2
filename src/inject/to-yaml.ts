import type * as JsYaml from 'js-yaml';

/** A value as YAML: no line is folded, and nothing is an alias, which other tools may refuse. */
export function toYaml(value: object): string {
  const { dump } = require('js-yaml') as typeof JsYaml;
  return dump(value, { lineWidth: -1, noRefs: true });
}
