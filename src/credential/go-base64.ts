import type { ByteString } from './byte-string';
import { GoError } from './go-error';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PLAIN = /^[A-Za-z0-9+/]*$/;
const PADDING = '=';
const QUANTUM = 4;

/**
 * Decodes base64 as Go's `StdEncoding` does, or without padding as `RawStdEncoding`: line ends may stand anywhere, spare bits of the
 * last character are ignored.
 *
 * @throws GoError `illegal base64 data at input byte N`, N being Go's idea of where
 * @see https://github.com/golang/go/blob/go1.26.0/src/encoding/base64/base64.go (decodeQuantum)
 */
export function decodeBase64(encoded: ByteString, padding: 'padded' | 'raw'): ByteString {
  const remainder = encoded.length % QUANTUM;
  const isPlain = PLAIN.test(encoded) && (padding === 'padded' ? remainder === 0 : remainder !== 1);
  return isPlain ? decodeDigits(encoded) : decodeQuanta(encoded, padding);
}

/** Quantum by quantum, since the place that Go names in an error depends on where the quantum began. */
function decodeQuanta(encoded: ByteString, padding: 'padded' | 'raw'): ByteString {
  const quanta: string[] = [];
  let at = 0;
  while (at < encoded.length) {
    let digits = '';
    while (digits.length < QUANTUM) {
      if (at === encoded.length) {
        if (digits.length === 1 || (digits.length > 0 && padding === 'padded')) throw corrupt(at - digits.length);
        break;
      }
      const character = encoded.charAt(at);
      at += 1;
      if (isLineEnd(character)) continue;
      if (ALPHABET.includes(character)) {
        digits += character;
        continue;
      }
      if (padding === 'raw' || character !== PADDING || digits.length < 2) throw corrupt(at - 1);
      checkPadding(encoded, at, QUANTUM - digits.length);
      quanta.push(digits);
      return decodeDigits(quanta.join(''));
    }
    quanta.push(digits);
  }
  return decodeDigits(quanta.join(''));
}

/** The rest after the first `=`: as many as are missing, then nothing but line ends. */
function checkPadding(encoded: ByteString, start: number, missing: number): void {
  let at = start;
  if (missing === 2) {
    at = skipLineEnds(encoded, at);
    if (at === encoded.length) throw corrupt(at);
    if (encoded.charAt(at) !== PADDING) throw corrupt(at - 1);
    at += 1;
  }
  at = skipLineEnds(encoded, at);
  if (at < encoded.length) throw corrupt(at);
}

function skipLineEnds(encoded: ByteString, start: number): number {
  let at = start;
  while (isLineEnd(encoded.charAt(at))) at += 1;
  return at;
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}

function decodeDigits(digits: string): ByteString {
  return Buffer.from(digits, 'base64').toString('latin1');
}

function corrupt(at: number): GoError {
  return new GoError(`illegal base64 data at input byte ${at}`);
}
