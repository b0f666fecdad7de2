import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/config';

const GUIDE = readFileSync(join(__dirname, '..', '..', 'docs', 'guides', 'organisation.md'), 'utf8');

test('the regcred.yaml of the guide is one', () => {
  const [, text = ''] = /```yaml\n(# yaml-language-server[\s\S]*?)```/.exec(GUIDE) ?? [];
  expect([...parseConfig(text, 'regcred.yaml').access.keys()]).toEqual(['shop', 'search']);
});
