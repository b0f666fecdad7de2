import { all, isSecret, type Output, output, secret, unsecret } from '@pulumi/pulumi';
import { onlyEnvironment, resolveCredentials } from '../credential';
import { RegcredError } from '../error';
import { thisMachine } from '../machine';
import { loginRenderer, PullSecret, type RenderLogins } from '../plan';
import { RegistryLogin } from '../registry';
import { checkLogin, InputCredentials, MissingConfig, type SecretLogin } from './input-credentials';

/**
 * Renders the logins of these pull secrets into secret outputs, by the planner's own renderer when their values are known. What
 * can be missing is looked for at once.
 *
 * @param warn told of usernames that are unusual for their registry
 * @throws RegcredError where environment variables or configuration values are missing: one error for all of a kind
 */
export function inputRenderer(pullSecrets: readonly PullSecret[], warn: (warning: string) => void): RenderLogins {
  for (const warning of new Set(pullSecrets.flatMap(({ _strategy }) => _strategy.warnings ?? []))) warn(warning);
  const logins = new Map<RegistryLogin, SecretLogin>();
  const wanted = pullSecrets.flatMap(({ _strategy }) => _strategy.logins);
  for (const [login, value] of fromMachine(wanted)) logins.set(login, value);
  for (const [login, value] of fromInputs(wanted)) logins.set(login, value);

  const rendered = new Map<readonly RegistryLogin[], Output<string>>();
  return (group, seal) => {
    const made = rendered.get(group) ?? renderGroup(group, logins, warn);
    rendered.set(group, made); // one output for every namespace
    return seal ? unsecret(made.apply(seal)) : made;
  };
}

function renderGroup(
  group: readonly RegistryLogin[],
  values: ReadonlyMap<RegistryLogin, SecretLogin>,
  warn: (warning: string) => void,
): Output<string> {
  const known = all(group.map((login) => openedLogin(values.get(login))));
  const base64 = known.apply((opened) => {
    const logins = group.map(({ registry, serverKey, email }, i) => {
      const [username, password, isHidden] = opened[i] ?? [];
      return named(serverKey, isHidden, () => {
        const credentials = checkLogin({ username, password });
        registry.checkUsername(String(username));
        return new RegistryLogin(registry, credentials, { email });
      });
    });
    const hidesUsername = opened.some(([, , isHidden]) => isHidden);
    const render = loginRenderer(
      [PullSecret.fromLogins({ logins })],
      onlyEnvironment({}),
      hidesUsername ? undefined : warn,
    );
    return String(render(logins));
  });
  return secret(base64);
}

function openedLogin(login: SecretLogin | undefined) {
  const { username = output(''), password = output('') } = login ?? {};
  return all([username, password, isSecret(username)]);
}

function fromMachine(logins: readonly RegistryLogin[]): [RegistryLogin, SecretLogin][] {
  const ours = logins.filter(({ credentials }) => !(credentials instanceof InputCredentials));
  const resolved = resolveCredentials(
    ours.map(({ credentials }) => credentials),
    thisMachine(),
  );
  return resolved.map(({ username, password }, i): [RegistryLogin, SecretLogin] => [
    ours[i] as RegistryLogin,
    { username: output(username), password: secret(password.reveal()) },
  ]);
}

function fromInputs(logins: readonly RegistryLogin[]): [RegistryLogin, SecretLogin][] {
  const found: [RegistryLogin, SecretLogin][] = [];
  const missing = new Set<string>();
  for (const login of logins) {
    if (!(login.credentials instanceof InputCredentials)) continue;
    try {
      found.push([login, login.credentials._resolve()]);
    } catch (error) {
      if (!(error instanceof MissingConfig)) throw error;
      for (const key of error.keys) missing.add(key);
    }
  }
  if (missing.size > 0) throw missingConfig([...missing]);
  return found;
}

function missingConfig(keys: readonly string[]): RegcredError {
  const commands = keys.map((key) => `pulumi config set ${/Username$/.test(key) ? '' : '--secret '}${key} VALUE`);
  return new RegcredError(
    'credential-missing-config',
    `the stack's configuration lacks ${keys.join(', ')}: run \`${commands.join('` and `')}\``,
  );
}

/** An error of a login says of which, and nothing of a user name that is a secret. */
function named<T>(serverKey: string, isHidden: boolean | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    const message = isHidden ? withoutUsername(error) : error.message;
    throw new RegcredError(error.code, `login to '${serverKey}': ${message}`);
  }
}

/** What is said of a user name, without what stands there; what a vendor asks for instead is no secret. */
function withoutUsername({ code, message }: RegcredError): string {
  const got = message.indexOf(': got ');
  if (got < 0 || (code !== 'credential-username' && code !== 'registry-username')) return message;
  const advice = code === 'registry-username' ? message.slice(message.lastIndexOf(', write ')) : '';
  return `${message.slice(0, got)}: got a secret (not shown)${advice}`;
}
