import type { RegcredError } from '../error';
import { type Fault, refusal } from './fault';
import { IMAGE_ID, MAX_IMAGE } from './grammar';
import { digestFault, registryFault, repositoryFault, tagFault } from './part-faults';
import { loginEnd, quoted } from './quoting';

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const PLACEHOLDER = /\$[{(a-z_]|\{\{|<[a-z]/i;

/** The error for a text that is no image: what is wrong with it, and what to write instead. */
export function imageError(image: string): RegcredError {
  for (const fault of FAULTS) {
    const error = fault(image);
    if (error !== undefined) return error;
  }
  // not reached: each text that is refused has one of the faults
  return refusal('reference-malformed', 'image must be [registry/]repository[:tag][@digest]', image);
}

const emptyFault: Fault = (image) =>
  image.trim() === ''
    ? refusal('reference-empty', "image must not be empty, write one such as 'nginx:1.27'", image)
    : undefined;

const lengthFault: Fault = (image) =>
  image.length > MAX_IMAGE
    ? refusal('reference-too-long', `image must have at most ${MAX_IMAGE} characters`, image)
    : undefined;

const whitespaceFault: Fault = (image) =>
  image.trim() !== image
    ? refusal('reference-whitespace', 'image must not begin or end with white space', image, image.trim())
    : undefined;

const loginFault: Fault = (image) => {
  const at = loginEnd(image);
  const rest = image.slice(at + 1);
  // an '@' without a '/' after it is more likely a digest gone wrong, as in nginx@1.27
  if (at < 0 || !(rest.includes('/') || SCHEME.test(image))) return undefined;
  return refusal('reference-login', 'image must not hold a login (a pull secret does)', image, rest);
};

const urlFault: Fault = (image) => {
  const scheme = SCHEME.exec(image)?.[0];
  if (scheme === undefined) return undefined;
  const rest = image.slice(scheme.length);
  const bare = rest.endsWith('/') ? rest.slice(0, -1) : rest;
  return refusal('reference-url', `image must be written without ${quoted(scheme)}`, image, bare);
};

const placeholderFault: Fault = (image) =>
  PLACEHOLDER.test(image)
    ? refusal('reference-placeholder', 'image holds a placeholder, fill it in first', image)
    : undefined;

const imageIdFault: Fault = (image) =>
  IMAGE_ID.test(image)
    ? refusal(
        'reference-hex-name',
        "image must not be 64 hexadecimal digits, which are an image ID; a digest is written 'repository@sha256:…'",
        image,
      )
    : undefined;

// what can hide a password comes before what shows parts of the text
const FAULTS: readonly Fault[] = [
  emptyFault,
  lengthFault,
  whitespaceFault,
  loginFault,
  urlFault,
  placeholderFault,
  imageIdFault,
  digestFault,
  registryFault,
  repositoryFault,
  tagFault,
];
