import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** A project as `cdk8s synth --validate` finds it, whose app writes one pod. */
function projectWith(image: string, properties: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'regcred-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'c', image }] },
  };
  writeFileSync(
    join(folder, 'main.js'),
    `const { App, Chart, ApiObject } = require('cdk8s');
     const app = new App();
     new ApiObject(new Chart(app, 'team', { namespace: 'payments' }), 'pod', ${JSON.stringify(pod)});
     app.synth();`,
  );
  // the sources stand for the package; a path that begins with ./ is loaded as it is
  writeFileSync(
    join(folder, 'plugin.js'),
    `require(${JSON.stringify(join(ROOT, 'scripts', 'typescript.js'))});
     module.exports = require(${JSON.stringify(join(ROOT, 'src', 'index.ts'))});`,
  );
  const validations = [{ package: './plugin.js', class: 'PullCheckPlugin', version: '0.1.0', properties }];
  writeFileSync(
    join(folder, 'cdk8s.yaml'),
    JSON.stringify({ language: 'typescript', app: 'node main.js', validations }),
  );
  return folder;
}

interface Report {
  readonly reports: readonly { readonly violations: readonly object[]; readonly summary: object }[];
}

function synth(folder: string): { readonly status: number; readonly printed: string; readonly report: Report } {
  const cli = join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  const args = [cli, 'synth', '--validate', '--validation-reports-output-file', 'report.json', '--no-check-upgrade'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const file = join(folder, 'report.json');
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { reports: [] };
  return { status: status ?? -1, printed: stdout + stderr, report };
}

test('`cdk8s synth --validate` fails on an image without a credential, with the path of its construct', () => {
  const { status, report } = synth(projectWith('ghcr.io/acme/web:1'));
  expect(status).toBe(2);
  expect(report.reports[0]).toMatchObject({
    summary: { status: 'failure' },
    violations: [
      {
        ruleName: 'missing-credential',
        violatingConstructs: [
          { constructPath: 'team/pod', resourceName: 'web', locations: ['spec.containers[0].image'] },
        ],
      },
    ],
  });
});

test('a severity that is none does not let everything pass', () => {
  const { status, printed } = synth(projectWith('ghcr.io/acme/web:1', { failOn: 'warn' }));
  expect(status).not.toBe(0);
  expect(printed).toContain("a severity is one of error, warning, info: got 'warn' for failOn");
});

test('it passes where the properties say that the image is public', () => {
  const { status, report } = synth(projectWith('ghcr.io/acme/web:1', { publicImages: ['ghcr.io/acme/*'] }));
  expect(status).toBe(0);
  expect(report.reports[0]?.summary).toMatchObject({ status: 'success', metadata: { images: '1' } });
});
