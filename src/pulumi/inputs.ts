import { isUnknown, type Resource } from '@pulumi/pulumi';
import { opened, sealed } from './opened';

export type Fields = Readonly<Record<string, unknown>>;

/** A change to what is found at a path, and to what it comes from. */
export type Change = (found: unknown, resources: readonly Resource[]) => Promise<unknown>;

/**
 * Changes what is at a path inside the inputs of a resource, also below outputs and secrets; `*` stands for every element. What
 * a preview knows of the rest it still knows afterwards.
 */
export async function changeAt(
  input: unknown,
  path: readonly string[],
  change: Change,
  above: readonly Resource[] = [],
): Promise<unknown> {
  const { value, secret, resources } = await opened(input);
  const from = [...above, ...resources];
  const changed = await changeInside(value, path, change, from);
  return secret ? sealed(changed) : changed;
}

async function changeInside(value: unknown, path: readonly string[], change: Change, from: readonly Resource[]) {
  const [step, ...rest] = path;
  if (isUnknown(value)) return value;
  if (step === undefined) return change(value, from);
  if (step === '*' && Array.isArray(value)) return Promise.all(value.map((item) => changeAt(item, rest, change, from)));
  if (!isFields(value)) return value;
  const keys = step === '*' ? Object.keys(value) : [step].filter((key) => value[key] !== undefined);
  const entries = keys.map(async (key) => [key, await changeAt(value[key], rest, change, from)]);
  return { ...value, ...Object.fromEntries(await Promise.all(entries)) };
}

/** Whether something in an opened value is not known. */
export function holdsUnknown(value: unknown): boolean {
  return isUnknown(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsUnknown));
}

/** Whether an opened value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
