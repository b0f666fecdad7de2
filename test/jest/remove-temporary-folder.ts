import { rmSync } from 'node:fs';

/** Removes what `openTemporaryFolder` opened. */
export default function removeTemporaryFolder(): void {
  const folder = process.env.TMPDIR;
  if (folder?.includes('regcred-tests-')) rmSync(folder, { recursive: true, force: true });
}
