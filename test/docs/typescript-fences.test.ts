import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { synthesise } from '../examples/example-runner';
import { deploy } from '../pulumi/mock-stack';
import { fences, ROOT } from './fences';

// inside the project, so that the packages are found
const FOLDER = join(ROOT, 'dist', 'fences');
const programs = fences()
  .filter((fence) => fence.language === 'ts')
  .map((fence) => ({ ...fence, file: join(FOLDER, `${fence.at.replace(/\W/g, '-')}.ts`) }));

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, code } of programs) writeFileSync(file, code);
});

test('every TypeScript block of the documents compiles', () => {
  const configFile = join(ROOT, 'examples', 'tsconfig.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    configFile,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const options = { ...config?.options, noUnusedLocals: false };
  const program = ts.createProgram({ rootNames: programs.map(({ file }) => file), options });
  const errors = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  expect(errors).toEqual([]);
});

const ofPulumi = programs.filter(({ code }) => /'regcred\/pulumi'/.test(code));
/** A pack serves the engine that starts it: the tests with the engine run one. */
const packs = programs.filter(({ code }) => /'@pulumi\/policy'/.test(code));
const others = programs.filter((program) => !ofPulumi.includes(program) && !packs.includes(program));

test.each(ofPulumi)('$at runs, against mocks', async ({ file, code }) => {
  const keys = [...code.matchAll(/prefix: '(\w+)'/g)].flatMap(([, prefix]) => [
    `${prefix}Username`,
    `${prefix}Password`,
  ]);
  const config = Object.fromEntries(keys.map((key) => [`project:${key}`, 'bot']));
  const resources = await deploy(() => jest.isolateModules(() => require(file)), { config });
  expect(resources).not.toEqual([]);
});

test.each(others)('$at runs', ({ file, code }) => {
  jest.spyOn(console, 'log').mockImplementation();
  const written = synthesise(file);
  if (code.includes('app.synth()')) expect(Object.keys(written)).not.toEqual([]);
});
