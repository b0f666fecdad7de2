/** Tries what follows at a position of the text, and says whether it matched. */
type Next = (at: number) => boolean;
/** A piece of a regexp: matches at a position, then hands over to what follows; false makes the caller try another way. */
type Piece = (text: string, at: number, next: Next) => boolean;

/**
 * How many positions a backtracking engine visits until it has an answer: what makes a regexp slow, counted and not timed.
 * Knows what the grammar uses: literals, escapes, classes, `(?:…)`, `(?!…)`, `|`, `*`, `+`, `?`, `{m}`, `{m,n}`, `^` and `$`.
 */
export function countSteps(regexp: RegExp, text: string): number {
  const { source } = regexp;
  let cursor = 0;
  let steps = 0;

  const taking =
    (accepts: (character: string) => boolean): Piece =>
    (input, at, next) => {
      steps++;
      return at < input.length && accepts(input.charAt(at)) && next(at + 1);
    };

  function alternatives(): Piece {
    const branches = [sequence()];
    while (source[cursor] === '|') {
      cursor++;
      branches.push(sequence());
    }
    return (input, at, next) => branches.some((branch) => branch(input, at, next));
  }

  function sequence(): Piece {
    const pieces: Piece[] = [];
    while (cursor < source.length && source[cursor] !== '|' && source[cursor] !== ')') pieces.push(quantified());
    return pieces.reduceRight<Piece>(
      (rest, piece) => (input, at, next) => piece(input, at, (after) => rest(input, after, next)),
      (_input, at, next) => next(at),
    );
  }

  function quantified(): Piece {
    const piece = atom();
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(cursor));
    if (quantifier === null) return piece;
    cursor += quantifier[0].length;
    if (quantifier[0] === '*') return repeat(piece, 0, Number.POSITIVE_INFINITY);
    if (quantifier[0] === '+') return repeat(piece, 1, Number.POSITIVE_INFINITY);
    if (quantifier[0] === '?') return repeat(piece, 0, 1);
    const least = Number(quantifier[1]);
    return repeat(piece, least, quantifier[2] === '' ? least : Number(quantifier[3]));
  }

  function repeat(piece: Piece, least: number, most: number): Piece {
    return (input, start, next) => {
      const again = (at: number, count: number): boolean =>
        (count < most && piece(input, at, (after) => after > at && again(after, count + 1))) ||
        (count >= least && next(at));
      return again(start, 0);
    };
  }

  function atom(): Piece {
    const rest = source.slice(cursor);
    if (rest.startsWith('(?:')) {
      cursor += 3;
      const group = alternatives();
      cursor++;
      return group;
    }
    if (rest.startsWith('(?!')) {
      cursor += 3;
      const group = alternatives();
      cursor++;
      return (input, at, next) => !group(input, at, () => true) && next(at);
    }
    if (rest.startsWith('^')) {
      cursor++;
      return (_input, at, next) => at === 0 && next(at);
    }
    if (rest.startsWith('$')) {
      cursor++;
      return (input, at, next) => at === input.length && next(at);
    }
    const [single = ''] = /^(?:\[(?:\\.|[^\]])+\]|\\.|[^[\\(){}*+?.])/.exec(rest) ?? [];
    if (single === '') throw new Error(`not a regexp of the grammar: ${rest}`);
    cursor += single.length;
    const character = new RegExp(`^${single}$`);
    return taking((candidate) => character.test(candidate));
  }

  const matched = alternatives()(text, 0, (at) => at <= text.length);
  if (matched !== regexp.test(text)) throw new Error(`the counter and the engine disagree on ${regexp}`);
  return steps;
}

/** Expects that twice the text takes the regexp about twice the steps, and not four times as many. */
export function expectLinear(regexp: RegExp, grown: (length: number) => string): void {
  const [single, double] = [countSteps(regexp, grown(200)), countSteps(regexp, grown(400))];
  expect(double).toBeLessThanOrEqual(2.2 * single + 20);
  expect(double).toBeLessThanOrEqual(4_000);
}
