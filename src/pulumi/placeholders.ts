import { type Input, interpolate } from '@pulumi/pulumi';
import { perDeployment } from './per-deployment';

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
  readonly #inputs = new Map<string, Input<string>>();

  private constructor() {}

  /** The string itself, or what stands for it until `fill`; the same for the same input. */
  public hold(input: Input<string>): string {
    if (typeof input === 'string') return input;
    const known = this.#names.get(input);
    if (known !== undefined) return known;
    const name = `regcred-input-${this.#inputs.size}-x`;
    this.#names.set(input, name);
    this.#inputs.set(name, input);
    return name;
  }

  /** A map with its values held. */
  public holdValues(map: Readonly<Record<string, Input<string>>> | undefined): Record<string, string> | undefined {
    return map && Object.fromEntries(Object.entries(map).map(([key, value]) => [key, this.hold(value)]));
  }

  /** A document with the inputs where their placeholders stood. */
  public fill(value: unknown): unknown {
    if (this.#inputs.size === 0) return value;
    if (typeof value === 'string') return this.#fillText(value);
    if (Array.isArray(value)) return value.map((item) => this.fill(item));
    // anything but a plain object is an input already
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.fill(item)]));
  }

  #fillText(text: string): Input<string> {
    if (WHOLE.test(text)) return this.#inputs.get(text) ?? text;
    const found = text.match(PLACEHOLDER);
    if (found === null) return text;
    const inputs = found.map((name) => this.#inputs.get(name) ?? name);
    return interpolate(Object.assign(text.split(PLACEHOLDER), { raw: [] }), ...inputs);
  }
}
