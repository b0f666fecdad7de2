import { attempt } from '../../error';
import type { ManifestObject, Mapping } from '../../manifest';
import { isMapping, listIn, mappingIn, namesIn, parseDocument } from '../../manifest';
import type { Addition, Bound } from './addition';
import { PULL_SECRET_LISTS } from './addition';
import { filtersOf, kyvernoRulesOf } from './kyverno-rule';
import type { ObjectRef } from './object-ref';

/** What the rules of a policy of Kyverno add: everywhere, or in the namespace of a policy that has one. */
export function additionsOfRules(object: ManifestObject, ref: ObjectRef): Addition[] {
  const within = object.kind === 'Policy' ? [ref.namespace] : undefined;
  return kyvernoRulesOf(object).flatMap((rule) => additionsOf(rule, within));
}

function additionsOf(rule: Mapping, within?: readonly string[]): Addition[] {
  const { patchesJson6902, patchStrategicMerge } = mappingIn(rule.mutate);
  return (Object.keys(PULL_SECRET_LISTS) as Bound[]).flatMap((kind) => {
    const list = PULL_SECRET_LISTS[kind];
    const secrets = [...patched(patchesJson6902, list), ...merged(patchStrategicMerge, list)];
    if (secrets.length === 0) return [];
    return filtersOf(rule, kind).map(({ resources: { names, namespaces, namespaceSelector }, hasConditions }) => ({
      kind,
      secrets,
      names,
      namespaces: within ?? namespaces,
      selector: namespaceSelector,
      believed:
        hasConditions ||
        hasAnchor(patchStrategicMerge) ||
        // a workload does not tell what its pods will be called
        (kind === 'Pod' && listIn(names).length > 0),
    }));
  });
}

/** The names that JSON patches add to a list, one by one or all at once. */
function patched(patches: unknown, list: readonly string[]): readonly string[] {
  const pointer = `/${list.join('/')}`;
  return listIn(typeof patches === 'string' ? readPatches(patches) : patches)
    .map(mappingIn)
    .filter(({ op, path }) => op === 'add' && (path === pointer || String(path).startsWith(`${pointer}/`)))
    .flatMap(({ value }) => namesIn(isMapping(value) ? [value] : value));
}

/** The names that a strategic merge patch adds to a list; `+(imagePullSecrets)` is for objects that have none. */
function merged(patch: unknown, list: readonly string[]): readonly string[] {
  const value = list.reduce((outer: unknown, step) => mappingIn(outer)[step] ?? mappingIn(outer)[`+(${step})`], patch);
  return namesIn(value);
}

/** `<(image): ghcr.io/*`, and other keys of a patch that ask something of the object. */
const ANCHOR = /^[<=^+]?\(/;
/** Levels of a patch that are looked at; the field of a pod that is furthest in has fewer. */
const MAX_DEPTH = 32;

function hasAnchor(patch: unknown, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(patch)) return patch.some((item) => hasAnchor(item, depth + 1));
  return Object.entries(mappingIn(patch)).some(([key, value]) => ANCHOR.test(key) || hasAnchor(value, depth + 1));
}

/** Kyverno has patches as text, in YAML or JSON; what is a template of its own is believed to add nothing. */
function readPatches(text: string): unknown {
  return attempt(() => parseDocument(text));
}
