import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Registry, type RegistryRecord } from '../../src/registry';
import { CATALOGUE } from '../../src/registry/catalogue';
import { expectLinear } from '../step-counter';

const cases = CATALOGUE.map((record) => [record.id, record] as const);

/** The kubelet's comparison of hosts: as many labels, each by its glob. */
function matches(glob: string, host: string): boolean {
  const globs = glob.split('.');
  const labels = host.split('.');
  return globs.length === labels.length && globs.every((part, i) => labelMatches(part, labels[i] ?? ''));
}

function labelMatches(glob: string, label: string): boolean {
  return new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(label);
}

const claims = (record: RegistryRecord, host: string) => record.hosts.some((pattern) => pattern.test(host));

describe.each(cases)('%s', (id, record) => {
  test('claims its samples and none of the near misses', () => {
    expect(record.samples.filter((host) => !claims(record, host))).toEqual([]);
    expect(record.misses.filter((host) => claims(record, host))).toEqual([]);
    expect(record.misses.length).toBeGreaterThanOrEqual(2);
    expect(record.samples.length === 0).toBe(record.hosts.length === 0);
  });

  test('is the only one that claims its samples', () => {
    for (const host of record.samples) {
      expect(CATALOGUE.filter((other) => claims(other, host)).map((other) => other.id)).toEqual([id]);
      expect(Registry.forHost(host).id).toBe(id);
    }
  });

  test('has patterns that are anchored, lower case and linear', () => {
    for (const { source, flags } of record.hosts) {
      expect(source).toMatch(/^\^.*\$$/);
      expect(flags).toBe('');
      expect(source).toBe(source.toLowerCase());
      const pattern = new RegExp(source);
      for (const piece of ['a', 'a-', '-a', '1', 'a.', '0a', 'eu-', 'private.']) {
        expectLinear(pattern, (length) => `${piece.repeat(length / piece.length)}!`);
      }
    }
  });

  test('has globs of the kubelet for all of its hosts', () => {
    const hosts = record.canonicalHost === undefined ? record.samples : [record.canonicalHost];
    for (const host of hosts)
      expect([host, record.matchImages.some((glob) => matches(glob, host))]).toEqual([host, true]);
    for (const glob of record.matchImages) expect(glob).toMatch(/^[a-z0-9*.-]+$/);
  });

  test('names what it was checked against', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(record.link).toMatch(/^https:\/\/[^\s]+$/);
    expect(record.checked).toMatch(/^20[0-9]{2}-[01][0-9]$/);
    expect(record.path.parts.length).toBeGreaterThan(0);
  });

  test('takes no host of another record for a mistake', () => {
    for (const mistake of record.mistakes ?? []) {
      expect(mistake.host.source).toMatch(/^\^.*\$$/);
      expect(CATALOGUE.some((other) => other.samples.some((host) => other.id !== id && mistake.host.test(host)))).toBe(
        false,
      );
    }
  });
});

test('ids are used once', () => {
  const ids = CATALOGUE.map(({ id }) => id);
  expect([...new Set(ids)]).toEqual(ids);
});

test('every file of records/ is in the catalogue', () => {
  const files = readdirSync(join(__dirname, '../../src/registry/records')).map((file) => file.replace(/\.ts$/, ''));
  expect(files.filter((file) => !['index', 'no-login'].includes(file)).sort()).toEqual(
    CATALOGUE.map(({ id }) => id).sort(),
  );
});

test('hosts that nobody claims are custom', () => {
  for (const host of [
    'private-registry.io',
    'localhost:5000',
    '127.0.0.1:5000',
    'acmeprod.westeurope.data.azurecr.io',
    '',
  ]) {
    expect(Registry.forHost(host).id).toBe('custom');
  }
});
