import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, testConsumer } from './harness/consumer';

const packagesOf = (run: Run, python: string) =>
  run(python, '-c', 'import sysconfig; print(sysconfig.get_path("purelib"), end="")');

testConsumer({
  language: 'python',
  file: '__main__.py',
  pinned: ['consumers/python/requirements.txt', /^pulumi==(\S+)/m],
  inClear: ['pulumi.Config().require_secret("ghcrPassword")', '"hunter2-PW"'],
  // an environment of the project's own, on top of the one that has what the SDK requires
  prepare: async (run) => {
    const python = join(process.env.REGCRED_PYTHON_HOME ?? '', 'bin', 'python');
    await run(python, '-m', 'venv', '--without-pip', 'venv');
    const own = await packagesOf(run, './venv/bin/python');
    writeFileSync(join(own, 'required.pth'), await packagesOf(run, python));
  },
});
