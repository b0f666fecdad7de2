import type * as JsYaml from 'js-yaml';
import { refuseAliasBomb } from './alias-bomb';
import { DocumentError } from './document-error';
import { firstContent } from './split-documents';
import { yamlFault } from './yaml-fault';

/** What to do with a template of a chart. */
export const RENDER_FIRST = "render it first, as in 'helm template . | regcred check -'";

/** Merge keys (`<<`) copy what they merge, so their sum is capped: a chart has tens. */
const MAX_MERGE_KEYS = 100_000;

interface Parser {
  readonly load: (text: string) => unknown;
  readonly isError: (error: unknown) => error is JsYaml.YAMLException;
}
let parser: Parser | undefined;

/** js-yaml, loaded when the first document needs it. */
function yamlParser(): Parser {
  if (parser !== undefined) return parser;
  const yaml = require('js-yaml') as typeof JsYaml;
  // Kubernetes turns YAML into JSON: no dates; a binary scalar is text
  const binary = new yaml.Type('tag:yaml.org,2002:binary', {
    kind: 'scalar',
    resolve: (value: unknown) => typeof value === 'string',
    construct: (value: string) => Buffer.from(value, 'base64').toString('utf8'),
  });
  const merge = new yaml.Type('tag:yaml.org,2002:merge', {
    kind: 'scalar',
    resolve: (value: unknown) => value === '<<',
  });
  // the types do not know the option yet; its own cap of nesting (100) stands
  const options: JsYaml.LoadOptions & { readonly maxTotalMergeKeys: number } = {
    schema: yaml.CORE_SCHEMA.extend({ implicit: [merge], explicit: [binary] }),
    maxTotalMergeKeys: MAX_MERGE_KEYS,
  };
  parser = {
    load: (text) => yaml.load(text, options),
    isError: (error): error is JsYaml.YAMLException => error instanceof yaml.YAMLException,
  };
  return parser;
}

/**
 * The value of one YAML or JSON document.
 *
 * @throws DocumentError where it is not YAML, or would expand beyond measure
 */
export function parseDocument(text: string): unknown {
  const json = parseJson(text);
  if (json !== undefined) return json;
  const { load, isError } = yamlParser();
  let value: unknown;
  try {
    value = load(text);
  } catch (error) {
    if (!isError(error)) throw error;
    throw new DocumentError(
      'manifest-yaml',
      wayOut(yamlFault(error.reason), text),
      error.mark?.line,
      error.mark?.column,
    );
  }
  if (text.includes('*') && text.includes('&')) refuseAliasBomb(value);
  return value;
}

/** JSON has a parser of its own, and a faster one; whatever else begins with a brace is YAML's flow style. */
function parseJson(text: string): unknown {
  if (text[firstContent(text, 0, text.length)] !== '{') return undefined;
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

function wayOut(reason: string, text: string): string {
  if (/\{\{[-\s]*[.$"a-z]/.test(text)) {
    return `${reason}; this looks like a template: ${RENDER_FIRST}`;
  }
  if (reason.startsWith('nesting exceeded')) return 'nested deeper than 100 levels';
  if (reason.startsWith('merge keys exceeded')) return `merge keys ('<<') copy more than ${MAX_MERGE_KEYS} entries`;
  return reason;
}
