// What bin/regcred loads; from the sources: node -r ./scripts/typescript.js src/cli/bin.ts
import { run } from './run';

// a reader that has seen enough (`| head`) is no error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const { stdin, stdout, stderr, env } = process;
run(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), now: () => performance.now() }).then(
  (code) => {
    process.exitCode = code;
  },
);
