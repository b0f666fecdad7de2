import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

function synth(folder: string): { status: number; report: { reports: { violations: object[]; summary: object }[] } } {
  const cli = join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  const args = [cli, 'synth', '--validate', '--validation-reports-output-file', 'report.json', '--no-check-upgrade'];
  let status = 0;
  try {
    execFileSync(process.execPath, args, { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    status = (error as { status: number }).status;
  }
  return { status, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) };
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

test('it passes where the properties say that the image is public', () => {
  const { status, report } = synth(projectWith('ghcr.io/acme/web:1', { publicImages: ['ghcr.io/acme/*'] }));
  expect(status).toBe(0);
  expect(report.reports[0]?.summary).toMatchObject({ status: 'success', metadata: { images: '1' } });
});
