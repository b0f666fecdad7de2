import { RegcredError } from '../error';
import { nearest } from './nearest';

/** A value of a configuration file and where it stands: it is read as what it must be, or an error says what to write. */
export class ConfigNode {
  public readonly value: unknown;
  readonly #file: string;
  readonly #path: string;

  public constructor(value: unknown, file: string, path = '') {
    this.value = value;
    this.#file = file;
    this.#path = path;
  }

  /** The fields of a mapping; one that is not known is an error. */
  public fields<K extends string>(known: readonly K[]): Readonly<Partial<Record<K, ConfigNode>>> {
    const fields: Partial<Record<K, ConfigNode>> = {};
    for (const [key, node] of this.entries()) {
      const field = known.find((candidate) => candidate === key);
      if (field === undefined) {
        const meant = nearest(key, known);
        throw node.error(`is not known: ${meant ? `did you mean '${meant}'?` : `known are ${known.join(', ')}`}`);
      }
      fields[field] = node;
    }
    return fields;
  }

  /** The fields of a mapping with keys of its own; none where nothing is written. */
  public entries(): readonly (readonly [string, ConfigNode])[] {
    const { value } = this;
    if (value === null) return [];
    if (typeof value !== 'object' || Array.isArray(value))
      throw this.#unlike('a mapping', 'write names with values below it, or { name: value }');
    return Object.entries(value).map(([key, child]) => [
      key,
      this.#child(child, this.#path ? `${this.#path}.${key}` : key),
    ]);
  }

  /** The entries of a list. */
  public list(): readonly ConfigNode[] {
    if (!Array.isArray(this.value)) throw this.#unlike('a list', "write each entry after a '- ' below it, or [entry]");
    return this.value.map((child, index) => this.#child(child, `${this.#path}[${index}]`));
  }

  /** A text with something in it. */
  public text(): string {
    const text = this.#string();
    if (text.trim() === '') throw this.error('must not be empty');
    return text;
  }

  /** The entries of a list of texts. */
  public texts(): readonly string[] {
    return this.list().map((node) => node.text());
  }

  /** One of some words; for another, the error says which is the nearest. */
  public oneOf<T extends string>(words: readonly T[]): T {
    const text = this.text();
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    if (words.length === 0) throw this.error(`is '${text}', and the file names none of its kind`);
    const meant = nearest(text, words);
    throw this.error(`is '${text}': ${meant ? `did you mean '${meant}'?` : `write one of ${words.join(', ')}`}`);
  }

  /** True or false. */
  public flag(): boolean {
    if (typeof this.value !== 'boolean') throw this.#unlike('true or false', 'write it without quotes');
    return this.value;
  }

  /** A mapping of names to texts, as labels are: a text may be empty. */
  public textMap(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.entries().map(([key, node]) => [key, node.#string()]));
  }

  /** What the text is read as; where that is refused, the error says where the text stands. */
  public parsed<T>(parse: (text: string) => T): T {
    const text = this.text();
    return this.checked(() => parse(text));
  }

  /** What is made of this value; where that is refused, the error says where the value stands. */
  public checked<T>(make: () => T): T {
    try {
      return make();
    } catch (error) {
      throw error instanceof RegcredError && error.code !== 'config'
        ? this.error(`is refused: ${error.message}`)
        : error;
    }
  }

  /** An error about this value. */
  public error(what: string): RegcredError {
    return new RegcredError('config', `${this.#file}: ${this.#path ? `'${this.#path}'` : 'the file'} ${what}`);
  }

  #child(value: unknown, path: string): ConfigNode {
    return new ConfigNode(value, this.#file, path);
  }

  #string(): string {
    if (typeof this.value === 'string') return this.value;
    if (typeof this.value === 'number')
      throw this.error(`must be in quotes: YAML reads it as the number ${this.value}`);
    throw this.#unlike('a text', typeof this.value === 'boolean' ? 'write it in quotes' : 'write one');
  }

  #unlike(what: string, wayOut: string): RegcredError {
    return this.error(`must be ${what}: got ${kindOf(this.value)}, ${wayOut}`);
  }
}

/** What a value is, in YAML's words. */
function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}
