import { all, type Input, interpolate, Output } from '@pulumi/pulumi';
import { perDeployment } from './per-deployment';

/** A map of strings, any part of which may be known later. */
export type InputMap = Input<Readonly<Record<string, Input<string>>>>;

/** A DNS label, so that the planner takes it for a namespace, and a valid label value. */
const PLACEHOLDER = /regcred-input-\d+-x/g;
const WHOLE = /^regcred-input-\d+-x$/;

/**
 * Lets the planner, which knows plain strings only, plan with what Pulumi knows later: each input gets a placeholder, and the
 * finished documents get the inputs back.
 */
export class Placeholders {
  public static readonly ofDeployment = perDeployment(() => new Placeholders());

  readonly #names = new Map<unknown, string>();
  readonly #inputs = new Map<string, unknown>();

  private constructor() {}

  /** The string itself, or what stands for it until `fill`; the same for the same input. */
  public hold(input: Input<string>): string {
    return typeof input === 'string' ? input : this.#hold(input);
  }

  /** A map with its values held; for a map that is itself known later, an entry that stands for all of its own. */
  public holdMap(map: InputMap | undefined): Readonly<Record<string, string>> | undefined {
    if (map === undefined) return undefined;
    if (!isLater(map)) {
      const given = Object.entries(map).filter(([, value]) => value !== undefined);
      return Object.fromEntries(given.map(([key, value]) => [key, this.hold(value)]));
    }
    const name = this.#hold(map);
    return { [name]: name };
  }

  #hold(input: unknown): string {
    const known = this.#names.get(input);
    if (known !== undefined) return known;
    const name = `regcred-input-${this.#inputs.size}-x`;
    this.#names.set(input, name);
    this.#inputs.set(name, input);
    return name;
  }

  /** A text with a name where placeholders stand: for names of resources and for messages, which do not wait. */
  public label(text: string, name: string): string {
    return text.replace(PLACEHOLDER, name);
  }

  /** A document with the inputs where their placeholders stood. */
  public fill(value: unknown): unknown {
    if (this.#inputs.size === 0) return value;
    if (typeof value === 'string') return this.#fillText(value);
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    // anything but a plain object is an input already
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    const entries = Object.entries(value).map(([key, item]) => [key, this.fill(item)] as const);
    if (!entries.some(([key]) => this.#inputs.has(key))) return Object.fromEntries(entries);
    const parts = entries.map(([key, item]) => (this.#inputs.has(key) ? item : { [key]: item }));
    return all(parts).apply((known) => Object.assign({}, ...known));
  }

  #fillText(text: string): unknown {
    if (WHOLE.test(text)) return this.#inputs.get(text) ?? text;
    const found = text.match(PLACEHOLDER);
    if (found === null) return text;
    const inputs = found.map((name) => (this.#inputs.get(name) ?? name) as Input<string>);
    return interpolate(Object.assign(text.split(PLACEHOLDER), { raw: [] }), ...inputs);
  }
}

/** Whether an input is not there yet. */
export function isLater<T>(input: Input<T> | undefined): input is Exclude<Input<T>, T> {
  return Output.isInstance(input) || input instanceof Promise;
}
