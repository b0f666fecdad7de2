import { Credentials, DockerConfig } from '../../src/credential';
import type { KubernetesObject } from '../../src/kubernetes';
import { PullSecret, SealingScope } from '../../src/plan';
import { Registry } from '../../src/registry';
import fc from '../fast-check';
import { describeUnless } from '../jest/describe-unless';
import { selfSigned } from '../plan/backends/certificate';
import { coversOf, documentsOf } from '../plan/backends/documents';
import { CLUSTER_SIDE } from '../plan/backends/examples';
import type { Answer, Question } from './go-program';
import { buildProgram, whyNot } from './go-program';
import type { Login } from './rendered-by';
import { questionOf } from './rendered-by';

// these tests are the proof that the templates are right
const withGo = describeUnless(whyNot(), 'no templates rendered by Go');

/** Logins that break templates which paste strings together. */
const LOGINS: Login[] = [
  { username: 'bot', password: 'hunter2' },
  { username: 'bot', password: `quotes " and ' and \` and \\ and \\"` },
  { username: 'bot', password: 'first line\nsecond line\r\n\ttabbed' },
  { username: 'bot', password: '{{ .password }} {{ "}}" }} }}{{' },
  { username: 'böt', password: 'пароль 密码 🔑 \u2028 \u0000 \u007f' },
  { username: 'b<o>t&', password: '<script>&amp;' },
  { username: 'bot', password: 'colons:in:it' },
  {
    username: '_json_key',
    password: '{\n  "type": "service_account",\n  "private_key": "-----BEGIN\\nEND-----\\n"\n}\n',
  },
  { username: 'AWS', password: '$HOME %s %d $(id) `id`' },
];

withGo('what the operators render', () => {
  let ask: (questions: readonly Question[]) => Answer[];
  beforeAll(() => {
    ask = buildProgram();
  }, 300_000);

  const templated = Object.entries(CLUSTER_SIDE).filter(([name]) => !/^(sealed|placeholder)/.test(name));

  test.each(templated)('%s: the bytes of fromLogins, for every login', (_name, secret) => {
    const document = templatedDocument(secret());
    const answers = ask(LOGINS.map((login) => questionOf(document, login)));
    expect(answers).toEqual(LOGINS.map((login) => ({ text: expected(document, login), error: '' })));
  });

  test('and for any login at all', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    const username = text.filter((name) => !name.includes(':'));
    const login = fc.record({ username, password: text });
    const documents = templated.map(([, secret]) => templatedDocument(secret()));
    const pairs = fc.sample(fc.tuple(fc.constantFrom(...documents), login), 500);
    const answers = ask(pairs.map(([document, each]) => questionOf(document, each)));
    expect(answers).toEqual(pairs.map(([document, each]) => ({ text: expected(document, each), error: '' })));
  });

  test.each(['external, user name and password in the store', 'vault, with defaults'] as const)(
    '%s: a value that is missing is an error, and no Secret with half a login',
    (name) => {
      const question = questionOf(templatedDocument(CLUSTER_SIDE[name]()), { username: 'bot', password: 'hunter2' });
      if (!('sources' in question)) throw new Error('no template');
      const [first] = question.sources;
      const { password: _password, ...values } = first?.values ?? {};
      const [answer] = ask([{ ...question, sources: [{ ...first, values }] }]);
      expect(answer?.error).toMatch(/no entry for key "password"|the secret in Vault has no property password/);
    },
  );
});

withGo('what the Sealed Secrets controller opens', () => {
  test.each([
    [SealingScope.STRICT, 'app1-ns/regcred'],
    [SealingScope.NAMESPACE_WIDE, 'app1-ns'],
    [SealingScope.CLUSTER_WIDE, ''],
  ])(
    '%s',
    (scope, label) => {
      const { pem, privateKey } = selfSigned();
      const ask = buildProgram();
      const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const passwords = LOGINS.map(({ password }) => password.trim()).filter(
        (password) => !/[\0\u007f]/.test(password),
      );
      const questions = passwords.map((password): Question => {
        const credentials = Credentials.unsafePlainText({ username: 'bot', password });
        const secret = PullSecret.sealed({ logins: [Registry.ghcr().login(credentials)], certificate: pem, scope });
        const [document] = documentsOf(secret) as [KubernetesObject];
        const { encryptedData } = document.spec as { encryptedData: Record<string, string> };
        return { engine: 'sealed-secrets', ciphertext: encryptedData['.dockerconfigjson'] ?? '', label, key };
      });
      const texts = passwords.map((password) =>
        DockerConfig.fromLogins([{ server: 'ghcr.io', username: 'bot', password }]).toJson(),
      );
      expect(ask(questions)).toEqual(texts.map((text) => ({ text, error: '' })));
      const [elsewhere] = ask([
        { ...(questions[0] as Question & { engine: 'sealed-secrets' }), label: 'other/regcred' },
      ]);
      expect(elsewhere?.error).toBe('no key could decrypt secret');
    },
    300_000,
  );
});

/** The ExternalSecret or VaultStaticSecret: what it is made from comes before it. */
function templatedDocument(secret: PullSecret): KubernetesObject {
  const [document] = documentsOf(secret).slice(-1);
  if (document === undefined) throw new Error('no document');
  return document;
}

/** What `PullSecret.fromLogins` would write for the server keys of a document. */
function expected(document: KubernetesObject, login: Login): string {
  const logins = (coversOf(document) ?? []).map((server) => ({ server, ...login, ...known(document, server) }));
  return DockerConfig.fromLogins(logins).toJson();
}

/** The parts of a login that the document says itself. */
function known({ kind, spec }: KubernetesObject, server: string): { username?: string; email?: string } {
  if (kind === 'VaultStaticSecret') {
    return server === 'nvcr.io' ? { username: '$oauthtoken', email: 'ops{{@}}acme.com' } : {};
  }
  if (JSON.stringify(spec).includes('GithubAccessToken')) return { username: 'x-access-token' };
  if (server === 'europe-west1-docker.pkg.dev/acme-prod/') return { username: '_json_key' };
  return server === 'https://index.docker.io/v1/' ? { email: 'ops@acme.com' } : {};
}
