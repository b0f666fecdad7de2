import { RegcredError } from '../error';
import type { ICredentials } from '../registry';
import { Credentials } from './credentials';
import type { CredentialSource, ResolvedCredentials } from './sources/credential-source';
import type { Surroundings } from './surroundings';

/**
 * The values of all credentials, in their order.
 *
 * @throws RegcredError with the code `credential-missing-environment`, one for all variables that are missing: who has to set them
 * wants to hear of them at once
 * @throws RegcredError with the code `credential-username` or `credential-password` where a registry could not get a value as it is, and with those
 * of the sources where they have no login
 */
export function resolveCredentials(list: readonly ICredentials[], surroundings: Surroundings): ResolvedCredentials[] {
  const sources = list.map(sourceOf);
  const missing = new Map(sources.flatMap((it) => it.missing(surroundings)).map(({ name, fault }) => [name, fault]));
  if (missing.size > 0) {
    const faults = [...missing].map(([name, fault]) => `${name} ${fault}`).join(', ');
    const [what, them] = missing.size === 1 ? ['a variable is', 'it'] : [`${missing.size} variables are`, 'them'];
    throw new RegcredError(
      'credential-missing-environment',
      `${what} missing from the environment: ${faults}; set ${them} where this runs, for example as secrets of the pipeline`,
    );
  }
  return sources.map((it) => it.resolve(surroundings));
}

function sourceOf(it: ICredentials): CredentialSource {
  if (it instanceof Credentials) return it._source;
  throw new RegcredError(
    'credential-unknown',
    `credentials must come from a factory of Credentials, such as Credentials.fromEnvironment: got ${it.description}`,
  );
}
