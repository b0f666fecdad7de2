import { RegcredError } from '../../src/error';
import { ImageReference } from '../../src/image';
import { IMAGE_ID, MAX_IMAGE, REGISTRY, REPOSITORY, TAG } from '../../src/image/grammar';
import { expectLinear } from '../step-counter';

const UNITS = [
  'a',
  'aa',
  'A',
  '0',
  'a-',
  '--',
  'a--',
  'a.',
  'a_',
  'a__',
  '__',
  '.',
  'a/',
  '/',
  ':',
  '0:',
  'a:0',
  '[',
  '[:',
  '1.',
];
const ENDS = ['', '!', '-', '_', '.', '/', ':', ']', '\n', 'A', 'é'];
const STARTS = ['', 'a', '[', 'a/', 'a:', 'a-'];

const hostile = UNITS.flatMap((unit) =>
  STARTS.flatMap((start) =>
    ENDS.map((end) => (length: number) => start + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + end),
  ),
);

describe('every regexp of the grammar is linear: twice the text, about twice the steps', () => {
  test.each(Object.entries({ REGISTRY, REPOSITORY, TAG, IMAGE_ID }))('%s', (_name, regexp) => {
    for (const grown of hostile) expectLinear(regexp, grown);
  });

  test('which the counter can tell from a regexp that is not', () => {
    expect(() => expectLinear(/^a*a*b$/, (length) => 'a'.repeat(length))).toThrow('toBeLessThanOrEqual');
  });
});

describe('a hostile text gets an answer up to the longest that is read, and longer ones are not read', () => {
  const answer = (image: string) => {
    try {
      return ImageReference.parse(image).registry.length;
    } catch (error) {
      if (error instanceof RegcredError) return error.code;
      throw error;
    }
  };

  test.each([
    ['a', 'reference-too-long'],
    ['a.', 'reference-too-long'],
    ['a/', 'reference-too-long'],
    ['a-', 'reference-too-long'],
    ['a:', 'reference-tag'],
    ['a@', 'reference-digest'],
    ['@/', 'reference-login'],
    ['sha256:', 'reference-tag'],
    ['[:', 'reference-malformed'],
    ['{{', 'reference-placeholder'],
    ['\0', 'reference-too-long'],
    ['A', 'reference-too-long'],
  ])('%j repeated', (unit, code) => {
    const image = unit.repeat(MAX_IMAGE).slice(0, MAX_IMAGE);
    expect(answer(image)).toBe(code);
    expect(answer(`${image}${unit}`)).toBe('reference-too-long');
  });

  test('a registry as long as that is taken, as the kubelet takes it', () => {
    const host = 'a.'.repeat(MAX_IMAGE / 2 - 1);
    expect(answer(`${host}/a`)).toBe('reference-registry');
    expect(answer(`${host.slice(0, -1)}/a`)).toBe(host.length - 1);
  });
});
