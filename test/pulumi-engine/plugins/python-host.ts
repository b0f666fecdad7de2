import { execFileSync, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { serveLanguage } from './language-host';
import type { Program } from './program';

/** The folder of the programs of the project's virtual environment, which Pulumi.yaml names. */
const programsOf = (folder: string, options: Program['options']) => join(folder, String(options.virtualenv), 'bin');

serveLanguage({
  name: 'python',
  // the script by which Pulumi's own host starts a program; it takes the first `python` of the search path
  run: ({ folder, entryPoint, options, settings, env }) => {
    const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
    const PATH = [programsOf(folder, options), env.PATH].join(delimiter);
    return spawn('pulumi-language-python-exec', [...flags, `--pwd=${folder}`, entryPoint], {
      cwd: folder,
      env: { ...env, PATH, PYTHONUNBUFFERED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  },
  // what the SDK requires must be there: nothing is fetched
  link: (project, sdk, options) => {
    const args = [
      'install',
      '--quiet',
      '--no-index',
      '--no-build-isolation',
      '--disable-pip-version-check',
      `./${sdk}`,
    ];
    execFileSync(join(programsOf(project, options), 'python'), ['-m', 'pip', ...args], { cwd: project });
  },
});
