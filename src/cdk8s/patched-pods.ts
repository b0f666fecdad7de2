import type { ApiObject, ResolutionContext } from 'cdk8s';
import { JsonPatch, resolve } from 'cdk8s';

/**
 * Resolves pod specs that come by JSON patch: cdk8s applies patches to what is resolved, and a program in another language than
 * TypeScript has no other way to write the spec of a raw `ApiObject`.
 *
 * Where a document has a pod spec before it is patched, its patches keep the last word.
 */
export function patchedPods(): (context: ResolutionContext, podSpec: readonly string[]) => void {
  // to see what the patches make of a document is to resolve it
  const passing = new WeakSet<ApiObject>();
  return ({ obj, value }, podSpec) => {
    if (passing.has(obj) || !isDocument(value, obj) || reaches(value, podSpec)) return;
    passing.add(obj);
    try {
      const patched: Readonly<Record<string, unknown>> = obj.toJson();
      if (reaches(patched, podSpec)) addChanges(obj, patched, resolve([], patched, obj));
    } finally {
      passing.delete(obj);
    }
  };
}

/** cdk8s hands in an object's metadata alone under the same key. */
function isDocument(value: Readonly<Record<string, unknown>>, { apiVersion, kind }: ApiObject): boolean {
  return value.constructor === Object && value.kind === kind && value.apiVersion === apiVersion;
}

/** Whether a document has something at the path of its pod specs; a token on the way may have. */
function reaches(document: unknown, podSpec: readonly string[]): boolean {
  let value = document;
  for (const step of podSpec) {
    if (value === undefined || value === null) return false;
    if (step === '*' || (value as object).constructor !== Object) return true;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value !== undefined && value !== null;
}

function addChanges(
  obj: ApiObject,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): void {
  for (const [field, value] of Object.entries(after)) {
    if (JSON.stringify(value) !== JSON.stringify(before[field]))
      obj.addJsonPatch(JsonPatch.replace(`/${field}`, value));
  }
}
