import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { synthesise } from '../examples/example-runner';
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

test.each(programs)('$at runs', ({ file, code }) => {
  jest.spyOn(console, 'log').mockImplementation();
  const written = synthesise(file);
  if (code.includes('app.synth()')) expect(Object.keys(written)).not.toEqual([]);
});
