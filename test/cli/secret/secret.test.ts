import { DockerConfig } from '../../../src/credential';
import { runCli } from '../run-cli';
import { temporaryFolder } from '../temporary-folder';
import { kubectlLogins } from './kubectl-vectors';

const HUB = { HUB_USERNAME: 'u', HUB_PASSWORD: 'p' };
const GHCR = { GHCR_USERNAME: 'octocat', GHCR_PASSWORD: 'hunter2' };

/** The logins of a printed Secret. */
function loginsOf(stdout: string) {
  const data = /\.dockerconfigjson: (.*)/.exec(stdout)?.[1] ?? '';
  return DockerConfig.parseBase64(data).entries.map((entry) => [
    entry.serverKey,
    entry.username,
    entry.revealPassword(),
  ]);
}

describe('the bytes that kubectl prints for one login', () => {
  test.each(kubectlLogins())('$name', async ({ name, server, username, password, email, more, stdout }) => {
    const env = { U: username, P: password };
    const login = ['--login', `${server}=env:U,P`];
    // an e-mail address has no variable: such a login is given as docker's is
    const withEmail = ['--login', server, '--username', username, '--password-stdin', '--email', `${email}`];
    const run = await runCli(['secret', name, ...(email ? withEmail : login), ...more], { env, stdin: password });
    expect(run).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('as JSON', async () => {
    const { stdout } = await runCli(['secret', 'regcred', '--login', 'docker.io=env:HUB', '-n', '123', '-o', 'json'], {
      env: HUB,
    });
    expect(stdout).toMatchInlineSnapshot(`
"{
    "kind": "Secret",
    "apiVersion": "v1",
    "metadata": {
        "name": "regcred",
        "namespace": "123"
    },
    "data": {
        ".dockerconfigjson": "eyJhdXRocyI6eyJodHRwczovL2luZGV4LmRvY2tlci5pby92MS8iOnsidXNlcm5hbWUiOiJ1IiwicGFzc3dvcmQiOiJwIiwiYXV0aCI6ImRUcHcifX19"
    },
    "type": "kubernetes.io/dockerconfigjson"
}
"
`);
  });

  test('names that YAML would read as something else', async () => {
    const { stdout } = await runCli(['secret', '1e3', '-n', 'on', '--login', 'docker.io=env:HUB'], { env: HUB });
    expect(stdout).toContain('metadata:\n  name: "1e3"\n  namespace: "on"\n');
  });
});

describe('where a login comes from', () => {
  const docker = temporaryFolder({
    '.docker/config.json': JSON.stringify({
      auths: {
        'https://index.docker.io/v1/': { auth: Buffer.from('hub:one').toString('base64') },
        'ghcr.io': { auth: Buffer.from('octocat:two').toString('base64') },
        'quay.io': {},
      },
      credsStore: 'desktop',
    }),
  });
  const home = { HOME: docker };

  test.each([
    ['variables with a prefix', ['--login', 'ghcr.io=env:GHCR'], { env: GHCR }, [['ghcr.io', 'octocat', 'hunter2']]],
    ['variables by name', ['--login', 'ghcr.io=env:A,B'], { env: { A: 'x', B: 'y' } }, [['ghcr.io', 'x', 'y']]],
    [
      'standard input',
      ['--login', 'ghcr.io=stdin:octocat'],
      { stdin: 'hunter2\n' },
      [['ghcr.io', 'octocat', 'hunter2']],
    ],
    [
      'standard input, as docker login',
      ['--login', 'ghcr.io', '--username', 'u', '--password-stdin'],
      { stdin: 'a:b\r\n' },
      [['ghcr.io', 'u', 'a:b']],
    ],
    ['what docker login wrote', ['--login', 'ghcr.io=docker-config'], { env: home }, [['ghcr.io', 'octocat', 'two']]],
    [
      'the same, from a named file',
      ['--login', `ghcr.io=docker-config:.docker/config.json`],
      { cwd: docker },
      [['ghcr.io', 'octocat', 'two']],
    ],
    [
      'the same, where docker looks',
      ['--login', 'ghcr.io=docker-config'],
      { env: { DOCKER_CONFIG: `${docker}/.docker` } },
      [['ghcr.io', 'octocat', 'two']],
    ],
    [
      'Docker Hub has one key, however it is named',
      ['--login', 'docker.io', '--from-docker-config'],
      { env: home },
      [['https://index.docker.io/v1/', 'hub', 'one']],
    ],
    [
      "a part of a registry takes the registry's login",
      ['--login', 'ghcr.io/acme=docker-config'],
      { env: home },
      [['ghcr.io/acme/', 'octocat', 'two']],
    ],
    [
      'several registries, one Secret',
      ['--login', 'ghcr.io=env:GHCR', '--login', 'docker.io=env:HUB'],
      { env: { ...GHCR, ...HUB } },
      [
        ['ghcr.io', 'octocat', 'hunter2'],
        ['https://index.docker.io/v1/', 'u', 'p'],
      ],
    ],
  ])('%s', async (_, argv, setting, logins) => {
    const { code, stdout, stderr } = await runCli(['secret', 'regcred', ...argv], setting);
    expect([code, stderr]).toEqual([0, '']);
    expect(loginsOf(stdout)).toEqual(logins);
  });

  test('everything that docker has a password for', async () => {
    const { code, stdout, stderr } = await runCli(['secret', 'regcred', '--from-docker-config'], { env: home });
    expect(code).toBe(0);
    expect(loginsOf(stdout).map(([server]) => server)).toEqual(['ghcr.io', 'https://index.docker.io/v1/']);
    expect(stderr).toContain("regcred: warning: no password for 'quay.io', which may be in a credential store,");
  });

  test('a password on the command line works, with a warning', async () => {
    const argv = [
      'secret',
      'regcred',
      '--login',
      'ghcr.io',
      '--username',
      'u',
      '--password',
      'hunter2',
      '--email',
      'u@example.com',
    ];
    const { code, stdout, stderr } = await runCli(argv);
    expect(code).toBe(0);
    expect(loginsOf(stdout)).toEqual([['ghcr.io', 'u', 'hunter2']]);
    expect(stderr).toBe(
      'regcred: warning: --password shows the password to other users and to the shell history: use --password-stdin\n',
    );
  });

  test('a login that is only in a credential store whose helper is not here', async () => {
    const { code, stderr } = await runCli(['secret', 'x', '--login', 'quay.io=docker-config'], { env: home });
    expect(code).toBe(2);
    expect(stderr).toContain(
      "keeps the login for 'quay.io' with docker-credential-desktop, which is not in the search path",
    );
  });
});

test.each([
  [[], 'no login: write --login SERVER=env:PREFIX, or --from-docker-config'],
  [
    ['--login', 'ghcr.io'],
    "the login of 'ghcr.io' has no username and password: write 'ghcr.io=env:PREFIX', or add --username and --password-stdin",
  ],
  [['--login', 'ghcr.io', '--username', 'u'], "the login of 'ghcr.io' has no password: "],
  [
    ['--login', 'ghcr.io=env:NOWHERE'],
    '2 variables are missing from the environment: NOWHERE_USERNAME is not set, NOWHERE_PASSWORD is not set',
  ],
  [['--login', 'ghcr.io=env:'], "the login of 'ghcr.io' needs names of variables"],
  [['--login', 'ghcr.io=env:A-B'], "got 'A-B'"],
  [['--login', 'ghcr.io=env:A,B,C'], "the login of 'ghcr.io' needs names of variables"],
  [['--login', 'ghcr.io=env:GHCR', '--login', 'quay.io=env:Q'], 'Q_USERNAME is not set, Q_PASSWORD is not set'],
  [
    ['--login', 'octocat:hunter2@ghcr.io'],
    "server key holds a login, which belongs into the credentials: got '***@ghcr.io'",
  ],
  [['--login', 'octocat:hunter2@ghcr.io=env'], "got '***@ghcr.io'"],
  [['--login', 'ghcr.io=hunter2'], "the login of 'ghcr.io' comes from nowhere that is known"],
  [['--login', '=env:A'], 'a login names its registry'],
  [['--login', ''], 'a login names its registry'],
  [['--login', 'ghcr.io=stdin:'], "write 'stdin:USERNAME'"],
  [['--login', 'ghcr.io=stdin:u'], 'standard input holds no password'],
  [['--login', 'ghcr.io=stdin:u', '--login', 'quay.io=stdin:u'], 'standard input holds one password'],
  [
    ['--login', 'ghcr.io', '--login', 'quay.io', '--username', 'u', '--password-stdin'],
    'belong to one --login without a source: got 2',
  ],
  [['--login', 'ghcr.io=env:A', '--username', 'u'], 'belong to one --login without a source: got 0'],
  [['--login', 'ghcr.io', '--username', 'u', '--password', 'a', '--password-stdin'], 'give one'],
  [['--login', 'ghcr.io', '--username', 'u', '--from-docker-config'], '--from-docker-config has its own'],
  [['--from-docker-config', 'no.json'], "cannot read 'no.json': no such file or folder"],
  [['--login', 'GHCR.io=env:A'], "write 'ghcr.io'"],
  [
    ['--login', 'ghcr.io=env:GHCR', '--login', 'https://ghcr.io=env:GHCR'],
    "two logins have one server key, and a docker config holds one of them: got 'ghcr.io' twice",
  ],
  [['--login', 'ghcr.io=env:GHCR', '-n', 'Team_A'], "write 'team-a'"],
])('%j is an error', async (argv, message) => {
  const { code, stdout, stderr } = await runCli(['secret', 'regcred', ...argv], { env: GHCR });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`${message}`);
  expect(stderr).not.toContain('hunter2');
});

test('a name that Kubernetes refuses', async () => {
  const { code, stderr } = await runCli(['secret', 'Reg_cred', '--login', 'ghcr.io=env:GHCR'], { env: GHCR });
  expect([code, stderr]).toEqual([2, expect.stringContaining("write 'reg-cred'")]);
});
