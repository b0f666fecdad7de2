import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fences } from '../docs/fences';
import { describeLanguage } from './harness/describe-engine';
import type { ConsumerLanguage } from './harness/missing';
import { Sandbox } from './harness/sandbox';

const CONSUMERS = join(__dirname, 'consumers');
const PASSWORD = 'hunter2-PW';

interface Consumer {
  readonly file: string;
  /** Where the guide's program takes the password from, and the same as a plain string. */
  readonly inClear: readonly [string, string];
  /** Makes the project ready for an SDK. */
  prepare?(run: Run, folder: string): Promise<void>;
  /** Looks for mistakes in the SDK, and in the program's use of it. */
  check?(run: Run): Promise<unknown>;
}

type Run = (program: string, ...args: readonly string[]) => Promise<string>;

/** What the Secret that was made holds, in clear. */
function dockerConfig(sandbox: Sandbox): unknown {
  const { data } = sandbox.created().find(({ kind }) => kind === 'Secret') as { data: Record<string, string> };
  return JSON.parse(Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString());
}

const LANGUAGES: Record<ConsumerLanguage, Consumer> = {
  python: {
    file: '__main__.py',
    inClear: ['pulumi.Config().require_secret("ghcrPassword")', `"${PASSWORD}"`],
    // an environment of the project's own, on top of the one that has what the SDK requires
    prepare: async (run, folder) => {
      const python = join(process.env.REGCRED_PYTHON_HOME ?? '', 'bin', 'python');
      const packages = (program: string) =>
        run(program, '-c', 'import sysconfig; print(sysconfig.get_path("purelib"))');
      await run(python, '-m', 'venv', '--without-pip', 'venv');
      const own = await packages(join(folder, 'venv', 'bin', 'python'));
      writeFileSync(join(own.trim(), 'required.pth'), await packages(python));
    },
  },
  go: {
    file: 'main.go',
    inClear: ['config.RequireSecret(ctx, "ghcrPassword")', 'pulumi.String(config.Require(ctx, "ghcrPassword"))'],
    check: (run) => run('go', 'vet', './...', 'github.com/regcred/pulumi-regcred/sdk/go/...'),
  },
};

test('the SDKs are of the version of the engine', () => {
  const versionIn = (file: string, name: RegExp) => name.exec(readFileSync(join(__dirname, file), 'utf8'))?.[1];
  const wanted = versionIn('engine/go.mod', /pulumi\/pkg\/v3 v(\S+)/);
  expect(versionIn('consumers/go/go.mod', /pulumi\/sdk\/v3 v(\S+)/)).toBe(wanted);
  expect(versionIn('consumers/python/requirements.txt', /^pulumi==(\S+)/m)).toBe(wanted);
});

for (const [language, consumer] of Object.entries(LANGUAGES) as [ConsumerLanguage, Consumer][]) {
  describeLanguage(language)(`the ${language} program of the guide`, () => {
    const programs = fences().filter(
      ({ at, language: of }) => at.startsWith('docs/guides/pulumi.md') && of === language,
    );
    const program = programs[0]?.code ?? '';
    let sandbox: Sandbox;
    let folder: string;
    beforeAll(() => {
      sandbox = Sandbox.create(['payments']);
      folder = sandbox.copyFolder(join(CONSUMERS, language));
      writeFileSync(join(folder, consumer.file), program);
    });
    afterAll(() => sandbox.dispose());

    const run: Run = async (command, ...args) => {
      const { stdout } = await promisify(execFile)(command, args, {
        cwd: folder,
        env: { ...process.env, ...sandbox.env },
      });
      return stdout;
    };
    const pulumi = async (...args: readonly string[]) => {
      const { code, output } = await sandbox.cli(folder, ...args);
      if (code !== 0) throw new Error(output);
      expect(output).not.toContain(PASSWORD);
      return output;
    };

    test('pulumi package add generates an SDK that the language accepts', async () => {
      expect(programs).toHaveLength(1);
      await consumer.prepare?.(run, folder);
      const plugin = join(process.env.REGCRED_ENGINE_PLUGINS ?? '', 'pulumi-plugin');
      expect(await pulumi('package', 'add', plugin)).toContain('Added package regcred/regcred');
      await consumer.check?.(run);
    }, 300_000); // `go vet` looks at every dependency, the first time

    test('up makes the Secret and binds the account', async () => {
      await pulumi('stack', 'init', 'dev');
      await pulumi('config', 'set', 'kubernetes:enableSecretMutable', 'true');
      await pulumi('config', 'set', '--secret', 'ghcrPassword', PASSWORD);
      const output = await pulumi('up', '--yes');
      expect(output).toMatch(/secretName: "regcred"/);
      expect(output).not.toContain('pulumi-resource-regcred'); // it is the folder that was added which runs
      expect(sandbox.created()).toMatchObject([
        {
          kind: 'Secret',
          type: 'kubernetes.io/dockerconfigjson',
          metadata: { name: 'regcred', namespace: 'payments' },
        },
        { kind: 'ServiceAccount', imagePullSecrets: [{ name: 'regcred' }] },
      ]);
      expect(sandbox.cluster.pullSecretsOf('payments', 'default')).toEqual(['regcred']);
      expect(dockerConfig(sandbox)).toMatchObject({
        auths: { 'ghcr.io/acme/': { username: 'acme-bot', password: PASSWORD } },
      });
    });

    test('the password that the program held as a secret is in no file of the state', () => {
      expect(sandbox.filesWith(PASSWORD)).toEqual([]);
    });

    test('a second up changes nothing', async () => {
      expect(await pulumi('up', '--yes', '--skip-preview')).toMatch(/^ +5 unchanged$/m);
    });

    test('destroy takes the Secret; the account stays without us', async () => {
      await pulumi('destroy', '--yes', '--skip-preview');
      expect(sandbox.cluster.keys()).toEqual(['Namespace//payments', 'ServiceAccount/payments/default']);
      expect(sandbox.cluster.pullSecretsOf('payments', 'default')).toEqual([]);
    });

    test('a password that the program hands over in clear is not in the state either', async () => {
      const [secret, clear] = consumer.inClear;
      expect(program).toContain(secret);
      writeFileSync(join(folder, consumer.file), program.replace(secret, clear));
      sandbox.forgetRequests();
      await pulumi('up', '--yes', '--skip-preview');
      expect(sandbox.requests('create')[0]).toMatchObject({ type: 'kubernetes:core/v1:Secret', secrets: ['.data'] });
      expect(sandbox.filesWith(PASSWORD)).toEqual([]);
    });
  });
}
