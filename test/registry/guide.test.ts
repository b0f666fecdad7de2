import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleRegistry, REGISTRY_GUIDES, registryGuides } from '../../scripts/registry-docs';
import { CATALOGUE } from '../../src/registry';

test('docs/registries/ is what the catalogue says; if not: node -r ./scripts/typescript.js scripts/registry-docs.ts', () => {
  const files = readdirSync(REGISTRY_GUIDES).map((file) => [file, readFileSync(join(REGISTRY_GUIDES, file), 'utf8')]);
  expect(Object.fromEntries(files)).toEqual(registryGuides());
});

const guides = CATALOGUE.flatMap(({ id, guide }) => (guide ? [[id, guide] as const] : []));

test.each(guides)('the example of %s makes that registry', (id, guide) => {
  expect(exampleRegistry(guide).id).toBe(id);
  expect(guide.prefix).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
  expect(guide.create.length).toBeGreaterThan(0);
  expect(guide.pitfalls.length).toBeGreaterThan(0);
});

test('each guide has environment variables of its own', () => {
  expect(new Set(guides.map(([, { prefix }]) => prefix)).size).toBe(guides.length);
});

test('a registry without a guide is one that nobody logs in to', () => {
  expect(CATALOGUE.filter(({ guide }) => !guide).map(({ id, anonymous }) => [id, anonymous])).toEqual([
    ['elastic', 'always'],
    ['google-mirror', 'always'],
    ['kubernetes', 'always'],
    ['microsoft', 'always'],
    ['red-hat-public', 'always'],
  ]);
});

test('what is not verified is marked', () => {
  const overview = registryGuides()['README.md'] ?? '';
  for (const { name, evidence } of CATALOGUE) {
    const row = overview.split('\n').find((line) => line.startsWith(`| [${name}]`)) ?? '';
    expect([name, row.split('†').length - 1]).toEqual([
      name,
      Object.values(evidence).filter((mark) => mark === 'unverified').length,
    ]);
  }
});
