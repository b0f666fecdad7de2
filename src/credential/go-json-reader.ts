import type { ByteString } from './byte-string';
import { GoError } from './go-error';
import { unquoteJson } from './go-json-string';
import type { GoJsonMember, GoJsonValue } from './go-json-value';
import { quoteByte } from './quote-byte';

/** What stands for itself in a string: all bytes but control characters, the quote and the backslash. */
const PLAIN_TEXT = /[ !#-[\]-\xff]*/y;
const MAX_DEPTH = 10_000;

type Container = { kind: 'array' } | { kind: 'object'; key: string; members: GoJsonMember[] };

/**
 * Reads JSON as Go's `json.Unmarshal` does, down to the words of its errors.
 *
 * @throws GoError such as `invalid character 'x' looking for beginning of value`
 * @see https://github.com/golang/go/blob/go1.26.0/src/encoding/json/scanner.go
 */
export function readGoJson(bytes: ByteString): GoJsonValue {
  return new Reader(bytes).read();
}

/** A loop and a stack of its own: a hostile document may be nested 10,000 deep. */
class Reader {
  readonly #bytes: ByteString;
  readonly #open: Container[] = [];
  #at = 0;

  public constructor(bytes: ByteString) {
    // Go ends a document with a blank of its own, which shows in its errors
    this.#bytes = `${bytes} `;
  }

  public read(): GoJsonValue {
    for (;;) {
      let value = this.#begin();
      while (value !== undefined) {
        const container = this.#open.at(-1);
        if (container === undefined) return this.#end(value);
        if (container.kind === 'object') container.members.push({ key: container.key, value });
        value = this.#next(container);
      }
    }
  }

  /** A whole value; nothing where a container was opened and its first value comes next. */
  #begin(): GoJsonValue | undefined {
    const c = this.#token();
    switch (c) {
      case '{':
        return this.#push({ kind: 'object', key: '', members: [] });
      case '[':
        return this.#push({ kind: 'array' });
      case '"':
        return { kind: 'string', value: this.#string() };
      case 't':
        return this.#literal('true', 'bool');
      case 'f':
        return this.#literal('false', 'bool');
      case 'n':
        return this.#literal('null', 'null');
      default:
        if (c === '-' || isDigit(c)) return this.#number(c);
        throw invalid(c, 'looking for beginning of value');
    }
  }

  #push(container: Container): GoJsonValue | undefined {
    this.#open.push(container);
    const [bracket, close] = container.kind === 'object' ? ['{', '}'] : ['[', ']'];
    if (this.#open.length > MAX_DEPTH) throw invalid(bracket, 'exceeded max depth');
    const c = this.#token();
    if (c === close) return this.#open.pop();
    this.#at -= 1;
    if (container.kind === 'object') container.key = this.#key();
    return undefined;
  }

  /** What follows a value: the container, where it ends, or nothing, where its next value comes. */
  #next(container: Container): GoJsonValue | undefined {
    const c = this.#token();
    if (c === ',') {
      if (container.kind === 'object') container.key = this.#key();
      return undefined;
    }
    if (c === (container.kind === 'object' ? '}' : ']')) return this.#open.pop();
    throw invalid(c, container.kind === 'object' ? 'after object key:value pair' : 'after array element');
  }

  #end(value: GoJsonValue): GoJsonValue {
    while (this.#at < this.#bytes.length) {
      const c = this.#read();
      if (!isSpace(c)) throw invalid(c, 'after top-level value');
    }
    return value;
  }

  #key(): string {
    const quote = this.#token();
    if (quote !== '"') throw invalid(quote, 'looking for beginning of object key string');
    const key = this.#string();
    const colon = this.#token();
    if (colon !== ':') throw invalid(colon, 'after object key');
    return key;
  }

  #string(): string {
    const start = this.#at;
    for (;;) {
      this.#at = endOfPlainText(this.#bytes, this.#at);
      const c = this.#read();
      if (c === '"') return unquoteJson(this.#bytes.slice(start, this.#at - 1));
      if (c < ' ') throw invalid(c, 'in string literal');
      if (c === '\\') this.#escape();
    }
  }

  #escape(): void {
    const c = this.#read();
    if ('bfnrt\\/"'.includes(c)) return;
    if (c !== 'u') throw invalid(c, 'in string escape code');
    for (let digits = 0; digits < 4; digits += 1) {
      const digit = this.#read();
      if (!/^[0-9A-Fa-f]$/.test(digit)) throw invalid(digit, 'in \\u hexadecimal character escape');
    }
  }

  #literal(word: string, kind: 'bool' | 'null'): GoJsonValue {
    for (const expected of word.slice(1)) {
      const c = this.#read();
      if (c !== expected) throw invalid(c, `in literal ${word} (expecting '${expected}')`);
    }
    return { kind };
  }

  #number(first: string): GoJsonValue {
    const digit = first === '-' ? this.#digit('in numeric literal') : first;
    if (digit !== '0') this.#digits();
    if (this.#accept('.')) {
      this.#digit('after decimal point in numeric literal');
      this.#digits();
    }
    if (this.#accept('e') || this.#accept('E')) {
      if (!this.#accept('+')) this.#accept('-');
      this.#digit('in exponent of numeric literal');
      this.#digits();
    }
    return { kind: 'number' };
  }

  #digit(context: string): string {
    const c = this.#read();
    if (!isDigit(c)) throw invalid(c, context);
    return c;
  }

  #digits(): void {
    while (isDigit(this.#bytes.charAt(this.#at))) this.#at += 1;
  }

  #accept(c: string): boolean {
    const found = this.#bytes.charAt(this.#at) === c;
    if (found) this.#at += 1;
    return found;
  }

  /** The next byte that is no blank. */
  #token(): string {
    let c = this.#read();
    while (isSpace(c)) c = this.#read();
    return c;
  }

  #read(): string {
    if (this.#at === this.#bytes.length) throw new GoError('unexpected end of JSON input');
    this.#at += 1;
    return this.#bytes.charAt(this.#at - 1);
  }
}

function endOfPlainText(bytes: ByteString, start: number): number {
  PLAIN_TEXT.lastIndex = start;
  PLAIN_TEXT.test(bytes);
  return PLAIN_TEXT.lastIndex;
}

function isSpace(c: string): boolean {
  return c === ' ' || c === '\n' || c === '\r' || c === '\t';
}

function isDigit(c: string): boolean {
  return c >= '0' && c <= '9';
}

function invalid(c: string, context: string): GoError {
  return new GoError(`invalid character ${quoteByte(c)} ${context}`);
}
