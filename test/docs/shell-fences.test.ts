import { runCli } from '../cli/run-cli';
import { DEMO_CREDENTIALS } from '../examples/example-runner';
import { fences, ROOT } from './fences';

const commands = fences()
  .filter(({ at, language }) => at.startsWith('README.md') && language === 'sh')
  .flatMap(({ code }) => code.split('\n'))
  .map((line) => line.replace(/ +#.*$/, ''))
  .filter((line) => line.startsWith('bin/regcred '));

test('the README shows the three commands', () => {
  expect(commands.map((command) => command.split(' ')[1])).toEqual(['check', 'explain', 'secret']);
});

test.each(commands)('%s', async (command) => {
  const [, ...argv] = command.split(' ');
  const { code, stdout, stderr } = await runCli(argv, { cwd: ROOT, env: { ...DEMO_CREDENTIALS } });
  expect({ code, stderr }).toEqual({ code: argv[0] === 'check' ? 1 : 0, stderr: '' });
  expect(stdout).not.toBe('');
});
