import { Output, Resource } from '@pulumi/pulumi';
import { kindOf } from '../error';

/** What a value of the wrong kind is called in a message: never what it holds, which may be a password. */
export function shownKind(value: unknown): string {
  if (Resource.isInstance(value)) return `a resource of type ${Reflect.get(value, '__pulumiType')}`;
  if (Output.isInstance(value)) return 'an output';
  if (value instanceof Promise) return 'a promise';
  return value === '' ? 'an empty string' : kindOf(value);
}
