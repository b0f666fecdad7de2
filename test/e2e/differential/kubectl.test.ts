import { DockerConfig } from '../../../src/credential';
import fc from '../../fast-check';
import { kubectl } from '../client/kubectl';
import { Oracle } from '../client/oracle';
import { record } from '../client/record';
import { describeOn } from '../client/suite';
import { CASES, expectAgreement, TIMEOUT } from './agreement';

interface Login {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly email: string;
}

interface Secret {
  readonly type: string;
  readonly data: Readonly<Record<string, string>>;
}

/** kubectl is a process for each login here: as many as take a few seconds. */
const PROCESSES = 40;

/** Text with all that JSON, base64, URLs and Go's escapes care about. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'ab:/"\\<>&\u2028\u2029\u007f\n\t é$`\'='), maxLength: 20 }),
);
const required = text.filter((value) => value !== '');
const arbitraryLogin: fc.Arbitrary<Login> = fc.record({
  server: fc.oneof(fc.constantFrom('https://index.docker.io/v1/', 'ghcr.io', 'registry.example.com:5000'), required),
  username: required,
  password: required,
  email: text,
});

const ours = (login: Login) => DockerConfig.fromLogins([login]).toBase64();

describeOn('oracle', 'a login gives the bytes of `kubectl create secret docker-registry`', () => {
  let oracle: Oracle;
  beforeAll(() => {
    oracle = Oracle.start();
  });
  afterAll(() => oracle.stop());

  test(
    `${CASES} random logins, through kubectl's code`,
    async () => {
      const statements = async (logins: readonly Login[]) => {
        const secrets = await oracle.ask<Secret>(
          logins.map((login) => ({ op: 'secret', login: { name: 'regcred', ...login } })),
        );
        return logins.map((login, index) => ({
          ours: `kubernetes.io/dockerconfigjson ${ours(login)}`,
          theirs: `${secrets[index]?.type} ${secrets[index]?.data['.dockerconfigjson']}`,
          sort: 'login',
        }));
      };
      await expectAgreement(arbitraryLogin, statements, ['login']);
      record("random logins, against kubectl's code", CASES);
    },
    TIMEOUT,
  );
});

describeOn('server', 'a login gives the bytes of `kubectl create secret docker-registry`', () => {
  test(`${PROCESSES} random logins, through the program itself`, async () => {
    const argument = arbitraryLogin.filter((login) => !Object.values(login).some((value) => value.includes('\0')));
    await expectAgreement(
      argument,
      (logins) =>
        Promise.all(logins.map(async (login) => ({ ours: ours(login), theirs: await theirs(login), sort: 'login' }))),
      ['login'],
      PROCESSES,
    );
  });
});

async function theirs({ server, username, password, email }: Login): Promise<string> {
  const printed = await kubectl(
    ...['create', 'secret', 'docker-registry', 'regcred', '--dry-run=client', '-o', 'json'],
    ...[`--docker-server=${server}`, `--docker-username=${username}`],
    ...[`--docker-password=${password}`, `--docker-email=${email}`],
  );
  return (JSON.parse(printed) as Secret).data['.dockerconfigjson'] ?? '';
}
