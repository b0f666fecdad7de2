/** The way to a value inside a document: `['spec', 'containers', 0, 'image']`. */
export type JsonPath = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

const JOINED = new WeakMap<JsonPath, WeakMap<JsonPath, JsonPath>>();

/** One path behind another. Paths that are shared give one that is shared: ten thousand objects have the same few. */
export function joinPaths(outer: JsonPath, inner: JsonPath): JsonPath {
  let joined = JOINED.get(outer);
  if (joined === undefined) {
    joined = new WeakMap();
    JOINED.set(outer, joined);
  }
  let path = joined.get(inner);
  if (path === undefined) {
    path = [...outer, ...inner];
    joined.set(inner, path);
  }
  return path;
}

/** A path as people write it: `spec.containers[0].image`, `data[".dockerconfigjson"]`. */
export function formatJsonPath(path: JsonPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!PLAIN_KEY.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
