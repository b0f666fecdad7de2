import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveLanguage } from './language-host';

serveLanguage({
  name: 'go',
  run: ({ folder, settings, env }) => {
    const build = mkdtempSync(join(tmpdir(), 'regcred-pulumi-go-'));
    const binary = join(build, 'program');
    execFileSync('go', ['build', '-o', binary, '.'], { cwd: folder });
    const variables = Object.entries(settings).map(([name, value]) => [`PULUMI_${name.toUpperCase()}`, value]);
    return spawn(binary, {
      cwd: folder,
      env: { ...env, ...Object.fromEntries(variables) },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).on('exit', () => rmSync(build, { recursive: true, force: true }));
  },
  link: (project, sdk) => {
    const [, module] = /^module (\S+)$/m.exec(readFileSync(join(project, sdk, 'go.mod'), 'utf8')) ?? [];
    execFileSync('go', ['mod', 'edit', `-require=${module}@v0.0.0`, `-replace=${module}=./${sdk}`], { cwd: project });
  },
});
