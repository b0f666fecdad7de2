import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the tests, cdk8s and the programs that they start leave in the folder for temporary files goes into one, which is gone after them. */
export default function openTemporaryFolder(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'regcred-tests-'));
}
