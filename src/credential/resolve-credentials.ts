import { RegcredError } from '../error';
import type { ICredentials } from '../registry';
import { Credentials, type ResolvedCredentials } from './credentials';
import type { Environment } from './environment';

/**
 * The values of all credentials, in their order.
 *
 * @throws RegcredError with the code `credential-missing-environment`, one for all variables that are missing: who has to set them
 * wants to hear of them at once
 * @throws RegcredError with the code `credential-username` or `credential-password` where a registry could not get a value as it is
 */
export function resolveCredentials(list: readonly ICredentials[], environment: Environment): ResolvedCredentials[] {
  const known = list.map(asCredentials);
  const missing = new Map(known.flatMap((it) => it._missing(environment)).map(({ name, fault }) => [name, fault]));
  if (missing.size > 0) {
    const faults = [...missing].map(([name, fault]) => `${name} ${fault}`).join(', ');
    const [what, them] = missing.size === 1 ? ['a variable is', 'it'] : [`${missing.size} variables are`, 'them'];
    throw new RegcredError(
      'credential-missing-environment',
      `${what} missing from the environment: ${faults}; set ${them} where this runs, for example as secrets of the pipeline`,
    );
  }
  return known.map((it) => it._resolve(environment));
}

function asCredentials(it: ICredentials): Credentials {
  if (it instanceof Credentials) return it;
  throw new RegcredError(
    'credential-unknown',
    `credentials must come from Credentials.fromEnvironment or Credentials.unsafePlainText: got ${it.description}`,
  );
}
