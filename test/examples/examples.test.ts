import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { synthesise } from './example-runner';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const programs = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'main.ts')));

test.each(programs)('%s', (name) => {
  expect(synthesise(join(EXAMPLES, name, 'main.ts'))).toMatchSnapshot();
});

test('the lecture, the introduction, several registries, cdk8s-plus and an org template are there', () => {
  expect(programs).toEqual(
    expect.arrayContaining([
      'cdk8s-plus',
      'demo-1-pod',
      'demo-2-default-service-account',
      'demo-3-custom-service-account',
      'multi-registry',
      'org-template',
      'regcred-pod',
    ]),
  );
});
