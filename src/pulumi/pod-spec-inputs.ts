import { isUnknown, Output, output, runtime, secret } from '@pulumi/pulumi';
import { applyPodDefaults, defaultedFields, type PodSpecDefaults } from '../plan';

type Fields = Readonly<Record<string, unknown>>;

/** Changes what is at a path inside the inputs of a resource, also below outputs and secrets; `*` stands for every element. */
export function changeAt(value: unknown, path: readonly string[], change: (found: unknown) => unknown): unknown {
  if (isUnknown(value)) return value;
  if (Output.isInstance(value)) return value.apply((inner) => changeAt(inner, path, change));
  if (value instanceof Promise) return value.then((inner) => changeAt(inner, path, change));
  // what a transform gets from the engine has secrets in a wrapper, which goes back as it came
  if (runtime.isRpcSecret(value)) return { ...value, value: changeAt(runtime.unwrapRpcSecret(value), path, change) };
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return step === '*' ? value.map((item) => changeAt(item, rest, change)) : value;
  if (!isFields(value)) return value;
  if (step === '*') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changeAt(item, rest, change)]));
  }
  return value[step] === undefined ? value : { ...value, [step]: changeAt(value[step], rest, change) };
}

/**
 * A pod spec with the defaults filled in, by the same function as in cdk8s. Fields that Pulumi knows later become outputs; those
 * that defaults do not look at stay as they are.
 */
export function fillPodSpec(podSpec: unknown, defaults: PodSpecDefaults, pullSecrets: readonly unknown[]): unknown {
  if (!isFields(podSpec)) return podSpec;
  const fields = defaultedFields({ ...defaults, imagePullSecrets: [] });
  const looked = Object.fromEntries(fields.filter((field) => podSpec[field] !== undefined).map((f) => [f, podSpec[f]]));
  if (isSettled(looked) && isSettled(pullSecrets)) {
    return applyPodDefaults(podSpec, { ...defaults, imagePullSecrets: pullSecrets as string[] });
  }
  const filled = output({ spec: toInput(looked), names: pullSecrets }).apply(({ spec, names }) =>
    applyPodDefaults(spec as Fields, { ...defaults, imagePullSecrets: names as string[] }),
  );
  return { ...podSpec, ...Object.fromEntries(fields.map((field) => [field, filled.apply((spec) => spec[field])])) };
}

/** Whether all of a value is here and now. */
function isSettled(value: unknown): boolean {
  if (isUnknown(value) || Output.isInstance(value) || value instanceof Promise || runtime.isRpcSecret(value))
    return false;
  if (Array.isArray(value)) return value.every(isSettled);
  return !isFields(value) || Object.values(value).every(isSettled);
}

/** The wrappers of secrets as outputs. */
function toInput(value: unknown): unknown {
  if (isUnknown(value) || Output.isInstance(value) || value instanceof Promise) return value;
  if (runtime.isRpcSecret(value)) return secret(toInput(runtime.unwrapRpcSecret(value)));
  if (Array.isArray(value)) return value.map(toInput);
  return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toInput(item)])) : value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
