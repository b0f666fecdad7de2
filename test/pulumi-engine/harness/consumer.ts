import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fences } from '../../docs/fences';
import { describeLanguage } from './describe-engine';
import type { ConsumerLanguage } from './missing';
import { Sandbox } from './sandbox';

const ENGINE_TESTS = join(__dirname, '..');
const PASSWORD = 'hunter2-PW';

/** A program in another language that uses the component of pulumi-plugin: the one that the guide shows. */
export interface Consumer {
  readonly language: ConsumerLanguage;
  /** The file that the program stands in. */
  readonly file: string;
  /** The file that pins Pulumi's SDK, and how it says the version. */
  readonly pinned: readonly [string, RegExp];
  /** Where the program takes the password from, and the same as a plain string. */
  readonly inClear: readonly [string, string];
  /** Makes the project ready for an SDK. */
  prepare?(run: Run): Promise<unknown>;
  /** Looks for mistakes in the SDK, and in the program's use of it. */
  check?(run: Run): Promise<unknown>;
}

/** Runs a command in the project's folder, and gives back what it printed. */
export type Run = (command: string, ...args: readonly string[]) => Promise<string>;

/** Takes a program from `pulumi package add` to `pulumi destroy`. */
export function testConsumer(consumer: Consumer): void {
  const { language, file } = consumer;
  const programs = fences().filter(
    (fence) => fence.at.startsWith('docs/guides/pulumi.md') && fence.language === language,
  );
  const program = programs[0]?.code ?? '';

  describeLanguage(language)(`the ${language} program of the guide`, () => {
    let sandbox: Sandbox;
    let folder: string;
    beforeAll(() => {
      sandbox = Sandbox.create(['payments']);
      folder = sandbox.copyFolder(join(ENGINE_TESTS, 'consumers', language));
      writeFileSync(join(folder, file), program);
    });
    afterAll(() => sandbox.dispose());

    const run: Run = async (command, ...args) => {
      const env = { ...process.env, ...sandbox.env };
      return (await promisify(execFile)(command, args, { cwd: folder, env })).stdout;
    };
    const pulumi = async (...args: readonly string[]) => {
      const { code, output } = await sandbox.cli(folder, ...args);
      if (code !== 0) throw new Error(output);
      expect(output).not.toContain(PASSWORD);
      return output;
    };

    test('pulumi package add generates an SDK that the language accepts', async () => {
      expect(programs).toHaveLength(1);
      await consumer.prepare?.(run);
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
      expect(sandbox.cluster.pullSecretsOf('payments', 'default')).toEqual(['regcred']);
      const [secret, ...others] = sandbox.created();
      expect(secret).toMatchObject({ kind: 'Secret', metadata: { name: 'regcred', namespace: 'payments' } });
      expect(others).toMatchObject([{ kind: 'ServiceAccount', imagePullSecrets: [{ name: 'regcred' }] }]);
      const { data } = secret as { data: Record<string, string> };
      expect(JSON.parse(Buffer.from(data['.dockerconfigjson'] ?? '', 'base64').toString())).toMatchObject({
        auths: { 'ghcr.io/acme/': { username: 'acme-bot', password: PASSWORD } },
      });
    });

    test('the password that the program holds as a secret is in no file of the state', () => {
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
      writeFileSync(join(folder, file), program.replace(secret, clear));
      sandbox.forgetRequests();
      await pulumi('up', '--yes', '--skip-preview');
      expect(sandbox.requests('create')[0]).toMatchObject({ type: 'kubernetes:core/v1:Secret', secrets: ['.data'] });
      expect(sandbox.filesWith(PASSWORD)).toEqual([]);
    });
  });

  test('its SDK is of the version of the engine', () => {
    const versionIn = (path: string, pattern: RegExp) =>
      pattern.exec(readFileSync(join(ENGINE_TESTS, path), 'utf8'))?.[1] ?? `none in ${path}`;
    expect(versionIn(...consumer.pinned)).toBe(versionIn('engine/go.mod', /pulumi\/pkg\/v3 v(\S+)/));
  });
}
