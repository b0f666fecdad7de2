import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { findCommand } from './debian';
import { settings } from './settings';

/** A login for a registry. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

/** What goes into an image. */
export interface ImageContent {
  /** Files beside busybox, path → text. */
  readonly files: Readonly<Record<string, string>>;
  /** What its container runs. */
  readonly command: readonly string[];
}

/** Builds an image on busybox and pushes it: `docker build` and `docker push` without Docker. */
export function buildAndPush(image: string, content: ImageContent, login: Login): void {
  const folder = join(settings.state, 'images');
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'image-'));
  const [layout, tagged] = [join(work, 'layout'), `${join(work, 'layout')}:image`];
  const umoci = (...args: string[]) => execFileSync('umoci', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    umoci('init', '--layout', layout);
    umoci('new', '--image', tagged);
    umoci('insert', '--image', tagged, findCommand('busybox') ?? 'busybox', '/bin/busybox');
    for (const [path, text] of Object.entries(content.files)) {
      const file = join(work, 'files', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      umoci('insert', '--image', tagged, file, path);
    }
    umoci('config', '--image', tagged, ...content.command.flatMap((word) => ['--config.cmd', word]));
    const credentials = `${login.username}:${login.password}`;
    execFileSync('skopeo', [
      ...['copy', '--quiet', '--dest-tls-verify=false', '--dest-creds', credentials],
      ...[`oci:${tagged}`, `docker://${image}`],
    ]);
  } finally {
    rmSync(work, { recursive: true });
  }
}
