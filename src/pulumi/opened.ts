import { isUnknown, Output, type OutputInstance, type Resource, runtime, unknown } from '@pulumi/pulumi';
import { getAllResources } from '@pulumi/pulumi/output';

/** What an input holds, as far as anybody can know it now: `unknown` stands where a preview cannot. */
export interface Opened {
  readonly value: unknown;
  readonly secret: boolean;
  /** What the value comes from. */
  readonly resources: readonly Resource[];
}

/** What an output has beside its documented methods, since Pulumi 1.0. */
interface OutputInternals {
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  promise(withUnknowns: boolean): Promise<unknown>;
}

/** Opens outputs, promises, and the wrapper in which a transform gets a secret; what is inside of a list or an object stays closed. */
export async function opened(input: unknown): Promise<Opened> {
  if (isUnknown(input)) return { value: input, secret: false, resources: [] };
  if (input instanceof Promise) return opened(await input);
  if (runtime.isRpcSecret(input)) return { ...(await opened(runtime.unwrapRpcSecret(input))), secret: true };
  if (!Output.isInstance(input)) return { value: input, secret: false, resources: [] };
  const { value, known, secret, resources } = await internals(input);
  const inner = await opened(value === undefined && !known ? unknown : value);
  return {
    value: inner.value,
    secret: secret || inner.secret,
    resources: [...resources, ...inner.resources],
  };
}

/** Opens all that is inside, too. */
export async function openedDeep(input: unknown): Promise<Opened> {
  const outer = await opened(input);
  if (!isNested(outer.value)) return outer;
  const { value } = outer;
  const parts = await Promise.all(
    Object.entries(value).map(async ([key, part]) => [key, await openedDeep(part)] as const),
  );
  const values = parts.map(([key, part]) => [key, part.value] as const);
  return {
    value: Array.isArray(value) ? values.map(([, part]) => part) : Object.fromEntries(values),
    secret: outer.secret || parts.some(([, part]) => part.secret),
    resources: [...outer.resources, ...parts.flatMap(([, part]) => part.resources)],
  };
}

/** A value that the engine takes for a secret. */
export function sealed(value: unknown): unknown {
  return { [runtime.specialSigKey]: runtime.specialSecretSig, value };
}

async function internals(output: OutputInstance<unknown>) {
  const hidden = output as unknown as OutputInternals;
  const [value, known, secret, resources] = await Promise.all([
    hidden.promise(true),
    hidden.isKnown,
    hidden.isSecret,
    getAllResources(output),
  ]);
  return { value, known, secret, resources: [...resources] };
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isUnknown(value);
}
