import { Credentials, DockerConfig, type DockerConfigLogin } from '../../src/credential';
import { RegcredError } from '../../src/error';
import { appendHash, DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE } from '../../src/kubernetes';
import { parseServerKey } from '../../src/registry';
import fc from '../fast-check';
import { readVectors } from '../oracle/read-vectors';

interface Vector {
  readonly name: string;
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr?: string;
  readonly files?: Readonly<Record<string, string>>;
}

const vectors = readVectors<Vector>('kubectl.jsonl');

describe('the same bytes as `kubectl create secret docker-registry`', () => {
  test.each(vectors.filter(({ exit }) => exit === 0).map((vector) => [vector.name, vector] as const))(
    '%s',
    (_, vector) => {
      expect(manifest(vector)).toBe(vector.stdout);
    },
  );
});

describe('kubectl refuses what Credentials and the registry room refuse before there is a config', () => {
  const refused = vectors.filter(({ exit }) => exit !== 0);
  test.each(refused.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
    const { server, username, password } = loginOf(vector);
    const login = () => [parseServerKey(server), Credentials.unsafePlainText({ username, password })];
    expect(vector.stderr).toMatch(/--docker-username, --docker-password and --docker-server is required/);
    expect(login).toThrow(RegcredError);
    expect(login).toThrow(/ is empty: /);
  });
});

test('all lines are there', () => {
  expect(vectors).toHaveLength(20);
});

describe('JSON as Go writes it', () => {
  test.each([
    ['HTML', '<a href="x">&</a>', '\\u003ca href=\\"x\\"\\u003e\\u0026\\u003c/a\\u003e'],
    ['control characters', '\b\f\n\r\t\v\0\x1f\x7f', '\\b\\f\\n\\r\\t\\u000b\\u0000\\u001f\x7f'],
    ['line separators', '\u2028\u2029', '\\u2028\\u2029'],
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['a whole one', '🙂', '🙂'],
  ])('%s', (_, password, written) => {
    const json = DockerConfig.fromLogins([{ server: 's', username: 'u', password }]).toJson();
    expect(json).toContain(`"password":"${written}",`);
  });

  test('keys in the order of their bytes, which is not the order of JavaScript', () => {
    const servers = ['\u{1f600}', '\ue000', 'b', 'B', '10', '9', ''];
    const json = DockerConfig.fromLogins(servers.map((server) => ({ server, username: '', password: '' }))).toJson();
    expect(json).toBe(
      `{"auths":{${['', '10', '9', 'B', 'b', '\ue000', '\u{1f600}'].map((key) => `"${key}":{"auth":"Og=="}`).join(',')}}}`,
    );
  });
});

test('no logins make an empty map', () => {
  expect(DockerConfig.fromLogins([]).toJson()).toBe('{"auths":{}}');
});

test('two logins cannot share a server key', () => {
  const login = { server: 'https://u:hunter2@ghcr.io', username: 'u', password: 'hunter2' };
  expect(() => DockerConfig.fromLogins([login, login])).toThrow(
    new RegcredError(
      'docker-config-duplicate-key',
      "two logins have one server key, and a docker config holds one of them: got '***@ghcr.io' twice, put the other into a Secret of its own",
    ),
  );
});

test('what is written is read back', () => {
  const part = fc.string({ unit: 'binary' });
  const login = fc.record({
    server: part,
    username: part.map((text) => text.replaceAll(':', '')),
    password: part,
    email: part,
  });
  fc.assert(
    fc.property(fc.uniqueArray(login, { selector: ({ server }) => server, maxLength: 5 }), (logins) => {
      const config = DockerConfig.fromLogins(logins);
      const read = DockerConfig.parse(config.toJson());
      expect(read.toJson()).toBe(config.toJson());
      expect(DockerConfig.parseBase64(config.toBase64()).toJson()).toBe(config.toJson());
      for (const { server, username, password, email } of logins) {
        const entry = read.entries.find(({ serverKey }) => serverKey === server);
        expect([entry?.username, entry?.revealPassword(), entry?.email]).toEqual([username, password, email]);
      }
    }),
  );
});

/** The manifest that kubectl prints, of nothing but our own parts. */
function manifest(vector: Vector): string {
  const data = contentOf(vector);
  const written = vector.args[3] ?? '';
  const name = vector.args.includes('--append-hash')
    ? appendHash({ name: written, type: DOCKER_CONFIG_JSON_TYPE, data: { [DOCKER_CONFIG_JSON_KEY]: data } })
    : written;
  const at = vector.args.indexOf('-n');
  const namespace = at < 0 ? '' : `  namespace: ${vector.args[at + 1]}\n`;
  return (
    `apiVersion: v1\ndata:\n  ${DOCKER_CONFIG_JSON_KEY}: ${data}\nkind: Secret\n` +
    `metadata:\n  name: ${name}\n${namespace}type: ${DOCKER_CONFIG_JSON_TYPE}\n`
  );
}

/** A file goes into the Secret as it is, a login as JSON. */
function contentOf(vector: Vector): string {
  const [file] = Object.values(vector.files ?? {});
  if (file === undefined) return DockerConfig.fromLogins([loginOf(vector)]).toBase64();
  expect(DockerConfig.parse(file).entries.map(({ username }) => username)).toEqual(['u']);
  return Buffer.from(file).toString('base64');
}

function loginOf({ args }: Vector): DockerConfigLogin {
  const flag = (name: string) => {
    const prefix = `--docker-${name}=`;
    return args.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
  };
  return {
    server: flag('server') ?? 'https://index.docker.io/v1/',
    username: flag('username') ?? '',
    password: flag('password') ?? '',
    email: flag('email'),
  };
}
