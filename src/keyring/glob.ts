const STAR = '*';
type Term = string | ((character: string) => boolean);

/**
 * A label of a host as the kubelet compares it, by Go's `filepath.Match`. Of its syntax only `*` and, in what is left of an IPv6
 * address, `[…]` can be in a host that `url.Parse` lets through: no `?`, no `\`, no `[^…]`.
 *
 * @see https://github.com/golang/go/blob/go1.26.0/src/path/filepath/match.go
 */
export class Glob {
  /** A malformed pattern matches nothing. */
  public static parse(pattern: string): Glob {
    return new Glob(pattern, parseTerms(pattern));
  }

  readonly #pattern: string;
  readonly #terms?: readonly Term[];

  private constructor(pattern: string, terms: readonly Term[] | undefined) {
    this.#pattern = pattern;
    this.#terms = terms;
  }

  /** Whether it matches nothing but itself. */
  public get isLiteral(): boolean {
    return !/[*[]/.test(this.#pattern);
  }

  /** Whether it matches a whole label. Goes back to the last `*` only, so it takes at most pattern times label steps. */
  public matches(label: string): boolean {
    if (this.isLiteral) return this.#pattern === label;
    const terms = this.#terms;
    if (terms === undefined) return false;
    let term = 0;
    let at = 0;
    let retryTerm = -1;
    let retryAt = 0;
    while (at < label.length) {
      const current = terms[term];
      if (current === STAR) {
        retryTerm = term + 1;
        retryAt = at;
        term = retryTerm;
      } else if (current !== undefined && accepts(current, label.charAt(at))) {
        term += 1;
        at += 1;
      } else if (retryTerm >= 0) {
        retryAt += 1;
        term = retryTerm;
        at = retryAt;
      } else return false;
    }
    return terms.slice(term).every((rest) => rest === STAR);
  }
}

function accepts(term: Term, character: string): boolean {
  return typeof term === 'string' ? term === character : term(character);
}

function parseTerms(pattern: string): Term[] | undefined {
  const terms: Term[] = [];
  let at = 0;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character !== '[') {
      terms.push(character);
      at += 1;
      continue;
    }
    // a range is tried first: `a-]` is a range, `-` and `]` cannot begin one
    const [text, body] = /^\[((?:[^\]-]-[^\]-]|[^\]-])+)\]/.exec(pattern.slice(at)) ?? [];
    if (text === undefined || body === undefined) return undefined;
    terms.push(characterClass(body));
    at += text.length;
  }
  return terms;
}

function characterClass(body: string): (character: string) => boolean {
  const ranges = [...body.matchAll(/(.)(?:-(.))?/g)];
  return (character) => ranges.some(([, low = '', high = low]) => low <= character && character <= high);
}
