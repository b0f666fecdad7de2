import { type Input, type OutputInstance, output } from '@pulumi/pulumi';

/** What an output has beside its documented methods, since Pulumi 1.0. */
interface OutputInternals<T> extends OutputInstance<T> {
  readonly isKnown: Promise<boolean>;
  promise(): Promise<T>;
}

/** The value of an input, or `undefined` where a preview cannot know it. */
export async function known(input: Input<string>): Promise<string | undefined> {
  if (typeof input === 'string') return input;
  const internals = output(input) as unknown as OutputInternals<string>;
  return (await internals.isKnown) ? internals.promise() : undefined;
}
