import { isMapping } from '../../manifest';

/** Characters of a template that are read; a docker config has some hundred. */
const MAX_TEMPLATE_LENGTH = 65_536;
/** Stands for what a template computes: a number, so that JSON stays JSON with or without quotes around it. */
const COMPUTED = '7305730573';
const QUOTED = /"([^"\\\s]{1,300})"/g;
const SERVER_KEY = /^(?:https?:\/\/)?[a-zA-Z0-9*-]+(?:\.[a-zA-Z0-9*-]+)+(?::\d{1,5})?(?:\/[^\s]*)?$/;

/**
 * The server keys that a Go template of a `.dockerconfigjson` writes, or `undefined` where it computes them: from JSON with
 * actions in it, else from the strings that look like hosts.
 */
export function serverKeysOfTemplate(template: string): readonly string[] | undefined {
  if (template.length > MAX_TEMPLATE_LENGTH) return undefined;
  const keys = keysOfJson(withoutActions(template)) ?? keysOfStrings(template);
  return keys.length === 0 || keys.some((key) => key.includes(COMPUTED)) ? undefined : keys;
}

/** The template with a number in the place of each `{{ action }}`. */
function withoutActions(template: string): string {
  let text = '';
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{{', at);
    const close = open === -1 ? -1 : template.indexOf('}}', open);
    if (close === -1) break;
    text += template.slice(at, open) + COMPUTED;
    at = close + 2;
  }
  return text + template.slice(at);
}

function keysOfJson(text: string): string[] | undefined {
  try {
    const config: unknown = JSON.parse(text);
    return isMapping(config) && isMapping(config.auths) ? Object.keys(config.auths) : undefined;
  } catch {
    return undefined;
  }
}

function keysOfStrings(template: string): string[] {
  const strings = [...template.matchAll(QUOTED)].map(([, text]) => text ?? '');
  return strings.filter((text) => SERVER_KEY.test(text));
}
