import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifests, type Finding, RULE_IDS } from '../../src/check';
import { readManifests } from '../../src/manifest';

const FOLDER = join(__dirname, '..', '..', 'examples', 'broken');
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

const read = (file: string) => {
  const { documents, problems } = readManifests(readFileSync(join(FOLDER, file), 'utf8'), { file });
  expect(problems).toEqual([]);
  return documents;
};
// a version for which every rule speaks
const OPTIONS = { kubernetesVersion: '1.33' };
// that nobody pulls the image is said of the image, what was taken for a login of the account
const COMPANIONS: Readonly<Record<string, string[]>> = {
  'runtime-identity-cannot-pull.yaml': ['missing-credential.yaml'],
};
// a Secret of an example is marked, and then the password in it is only information
const spokenOf = ({ rule, severity }: Finding) => severity !== 'info' || rule !== 'plaintext-credential';

test('there is one for each rule', () => {
  expect(FILES.map((file) => file.replace('.yaml', '')).sort()).toEqual([...RULE_IDS].sort());
});

test.each(FILES)('%s has the fault that it is named after, and no other', (file) => {
  const { findings } = checkManifests(read(file), OPTIONS);
  const rules = findings.filter(spokenOf).map(({ rule }) => `${rule}.yaml`);
  expect(rules).toEqual([...(COMPANIONS[file] ?? []), file]);
});

test('all of them together have every fault once', () => {
  const { findings } = checkManifests(FILES.flatMap(read), OPTIONS);
  const companions = Object.values(COMPANIONS).flat();
  expect(
    findings
      .filter(spokenOf)
      .map(({ rule }) => `${rule}.yaml`)
      .sort(),
  ).toEqual([...FILES, ...companions].sort());
});

test('every finding says why, what to do and where to read on', () => {
  for (const finding of checkManifests(FILES.flatMap(read), OPTIONS).findings) {
    expect(finding.message).not.toMatch(/undefined|\[object|\.$/);
    expect(finding.fix).not.toMatch(/undefined|\[object|\.$/);
    expect(finding.why.length).toBeGreaterThan(30);
    expect(finding.link).toMatch(/^https:\/\//);
    expect(finding.path).not.toBe('');
  }
});
