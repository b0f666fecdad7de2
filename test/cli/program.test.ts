import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageVersion } from '../../src/cli/version';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

test('the help of the program', async () => {
  const { code, stdout, stderr } = await runCli(['--help']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatchInlineSnapshot(`
"Usage: regcred [options] [command]

Will each image of these manifests be pulled, and with which login?

Options:
  -V, --version          print the version
  -h, --help             print this help

Commands:
  check [PATH...]        a verdict for each image of manifests, and what to mend
  explain IMAGE -f PATH  which logins the kubelet tries for an image, and why not the others
  secret NAME            print a pull secret, as kubectl would, for one registry or several
  inject < MANIFESTS     put the pull secrets of regcred.yaml into manifests of others
  identity DOCUMENT      print what a cloud and its nodes need for the identities of workloads
  completion SHELL       print the shell completion for bash, zsh or fish
  help [command]         print the help of a command

Examples:
  regcred check k8s/                            every image of a folder
  helm template . | regcred check -             what a chart renders
  regcred explain ghcr.io/acme/api:1 -f k8s/    which login the kubelet takes
  regcred secret regcred --login ghcr.io=env:GHCR | kubectl apply -n payments -f -

Exit codes:
  0  clean    1  findings    2  wrong usage, or something could not be read

regcred.yaml, in the working folder or above it, holds what a project has decided.
"
`);
});

test.each(['check', 'explain', 'secret', 'identity', 'completion'])(
  'the help of %s has its usage and examples',
  async (command) => {
    const { code, stdout } = await runCli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: regcred ${command} `);
    expect(stdout).toContain('Examples:\n');
    expect(stdout).toBe((await runCli(['help', command])).stdout);
    // no line breaks in a terminal of this width
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  },
);

test.each([['--version'], ['-V']])('%s prints the version', async (flag) => {
  expect(await runCli([flag])).toEqual({ code: 0, stdout: `${packageVersion()}\n`, stderr: '' });
});

test('bin/regcred --version loads fewer than ten modules', () => {
  const folder = temporaryFolder({
    'count.js': 'process.on("exit", () => process.stderr.write(Object.keys(require.cache).length + " modules"))',
  });
  const bin = join(__dirname, '..', '..', 'bin', 'regcred');
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', join(folder, 'count.js'), bin, '--version'], {
    encoding: 'utf8',
  });
  // the counter itself, bin/regcred and package.json
  expect({ stdout, stderr }).toEqual({ stdout: `${packageVersion()}\n`, stderr: '3 modules' });
});

test('the help loads no room but this one: what a command needs is loaded when it runs', () => {
  const folder = temporaryFolder({
    'rooms.js': `process.on("exit", () => {
      const rooms = Object.keys(require.cache).map((file) => /[\\/]src[\\/](\\w+)[\\/][\\w\\/-]+\\.ts$/.exec(file)?.[1]);
      process.stderr.write([...new Set(rooms)].filter(Boolean).sort().join());
    })`,
  });
  const argv = ['-r', join(folder, 'rooms.js'), '-r', './scripts/typescript.js', 'src/cli/bin.ts', 'check', '--help'];
  const { stdout, stderr } = spawnSync(process.execPath, argv, { cwd: join(__dirname, '..', '..'), encoding: 'utf8' });
  expect([stdout.split('\n')[0], stderr]).toEqual(['Usage: regcred check [options] [PATH...]', 'cli,error']);
});

test.each([
  [['chek'], "regcred: unknown command 'chek'\n(Did you mean check?)\n"],
  [['check', '--formt', 'json'], "regcred: unknown option '--formt'\n(Did you mean --format?)\n"],
  [
    ['check', '--format', 'xml'],
    "regcred: option '--format <FORMAT>' argument 'xml' is invalid. Allowed choices are text, json, sarif, junit, mermaid, html.\n",
  ],
  [['explain', 'nginx'], "regcred: required option '-f, --file <PATH>' not specified\n"],
  [['secret'], "regcred: missing required argument 'NAME'\n"],
  [['secret', 'regcred', '--passwrd=hunter2'], "regcred: unknown option '--passwrd'\n"],
  [['secret', 'regcred', '-phunter2'], "regcred: unknown option '-p'\n"],
  [
    ['secret', 'regcred', '--docker-password=hunter2'],
    "regcred: unknown option '--docker-password': kubectl has it, write --login SERVER=SOURCE as 'regcred secret --help' says\n",
  ],
])('wrong usage %j', async (argv, stderr) => {
  expect(await runCli(argv)).toEqual({ code: 2, stdout: '', stderr });
});

test('without a command, the help, as an error', async () => {
  const { code, stdout, stderr } = await runCli([]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Usage: regcred');
});
