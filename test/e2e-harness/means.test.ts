import type { Machine } from '../e2e/harness/means';
import { survey } from '../e2e/harness/means';

/** A machine that has everything, or one thing less. */
function machine(less: Partial<Machine> & { readonly packages?: readonly string[] } = {}): Machine {
  let packages = less.packages ?? [];
  return {
    platform: 'linux',
    hasGo: () => true,
    isRoot: () => true,
    missingPackages: () => packages,
    installPackages: () => {
      packages = [];
    },
    ...less,
  };
}

test.each([
  ['everything', {}, machine(), ['oracle', 'server', 'node'], undefined],
  ['a Mac', {}, machine({ platform: 'darwin' }), [], 'the servers run on Linux only, not on darwin'],
  ['no Go', {}, machine({ hasGo: () => false }), [], 'there is no Go toolchain, with which the servers are built'],
  [
    'not root',
    { CI: 'true' },
    machine({ isRoot: () => false, packages: ['skopeo'] }),
    ['oracle', 'server'],
    'this is not root, and the node wants root',
  ],
  [
    'packages missing',
    {},
    machine({ packages: ['skopeo', 'runc'] }),
    ['oracle', 'server'],
    'the node wants Debian packages; set REGCRED_E2E_INSTALL=1, or: apt-get install --no-install-recommends skopeo runc',
  ],
  [
    'packages missing in CI',
    { CI: 'true' },
    machine({ packages: ['skopeo'] }),
    ['oracle', 'server', 'node'],
    undefined,
  ],
  [
    'packages missing and asked for',
    { REGCRED_E2E_INSTALL: '1' },
    machine({ packages: ['skopeo'] }),
    ['oracle', 'server', 'node'],
    undefined,
  ],
])('what can run with %s', (_, environment, on, levels, hindrance) => {
  expect(survey(environment, on)).toEqual({ levels, hindrance });
});
