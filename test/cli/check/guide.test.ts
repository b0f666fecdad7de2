import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../../src/config';
import { runCli } from '../run-cli';

const REPOSITORY = join(__dirname, '..', '..', '..');
const read = (file: string) => readFileSync(join(REPOSITORY, 'docs', ...file.split('/')), 'utf8');
const GUIDES = ['guides/check.md', 'guides/troubleshooting-imagepullbackoff.md', 'findings.md'];

test('every regcred.yaml of the guide is one', () => {
  const configs = [...read('guides/check.md').matchAll(/```yaml\n(.*?)```/gs)].filter(([, text = '']) =>
    /^check:$/m.test(text),
  );
  expect(configs).toHaveLength(2);
  for (const [, text = ''] of configs)
    expect(Object.values(parseConfig(text, 'regcred.yaml').check).length).toBeGreaterThan(0);
});

test.each(GUIDES)('every option in %s is known to its command', async (guide) => {
  const text = read(guide);
  for (const [, command = '', rest = ''] of text.matchAll(/regcred (check|explain|secret)((?: +[^\s|`]+)*)/g)) {
    const { stdout } = await runCli([command, '--help']);
    for (const [option] of rest.matchAll(/(?<= )--?[a-z][a-z-]*/g))
      expect([guide, command, stdout]).toEqual([guide, command, expect.stringContaining(option)]);
  }
});

test.each(GUIDES)('every link in %s leads somewhere', (guide) => {
  for (const [, target = '', anchor = ''] of read(guide).matchAll(/\]\((?!https:)([^)#]*)(?:#([^)]*))?\)/g)) {
    const file = target === '' ? guide : join(guide, '..', target);
    if (!file.endsWith('.md')) continue;
    const anchors = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replace(/ /g, '-'),
    );
    expect([guide, target, anchor === '' || anchors.includes(anchor)]).toEqual([guide, target, true]);
  }
});
