import { rmSync } from 'node:fs';

/** Says last, where nobody overlooks it, that nothing was tested. */
export default function tearDown(): void {
  const { REGCRED_ENGINE_MISSING: missing, REGCRED_ENGINE_PLUGINS: plugins } = process.env;
  if (missing) process.stderr.write(`\n!! SKIPPED, not passed: no Pulumi engine (${missing})\n`);
  if (plugins) rmSync(plugins, { recursive: true, force: true });
}
