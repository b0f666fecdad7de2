import { RegcredError, requireString } from '../error';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MAX_LENGTH = 255;

/** The prefix of two variables, or an error. */
export function checkPrefix(prefix: string): string {
  requireString(prefix, 'credential-variable', 'prefix', "one like 'GHCR'");
  if (prefix.endsWith('_')) {
    const better = prefix.replace(/_+$/, '');
    throw fault(`prefix must not end in '_', which is put behind it: got '${prefix}', write '${better}'`);
  }
  if (!isName(prefix)) {
    throw fault(
      `prefix must be letters, digits and '_', with no digit first: got '${prefix.slice(0, MAX_LENGTH)}', write one like 'GHCR'`,
    );
  }
  return prefix;
}

/** The name of a variable, or an error. */
export function checkVariable(name: string | undefined, suffix: 'USERNAME' | 'PASSWORD'): string {
  const option = `${suffix.toLowerCase()}Variable`;
  if (name === undefined) {
    throw fault(
      `neither prefix nor ${option} says which variable holds the ${suffix.toLowerCase()}: write prefix: 'GHCR' for GHCR_${suffix}`,
    );
  }
  // not shown: it may be the password itself
  if (!isName(name))
    throw fault(`${option} must be the name of an environment variable, such as GHCR_${suffix}, not its value`);
  return name;
}

function isName(text: string): boolean {
  return text.length <= MAX_LENGTH && NAME.test(text);
}

function fault(message: string): RegcredError {
  return new RegcredError('credential-variable', message);
}
