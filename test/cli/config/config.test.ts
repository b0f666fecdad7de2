import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { load } from 'js-yaml';
import { RULE_IDS } from '../../../src/check';
import { loadConfig } from '../../../src/cli/config/load-config';
import { EMPTY_CONFIG, parseConfig } from '../../../src/config';
import { temporaryFolder } from '../temporary-folder';

const SCHEMA_FILE = join(__dirname, '..', '..', '..', 'docs', 'schema', 'regcred.schema.json');
const SCHEMA = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
const validate = new Ajv({ strictTypes: false }).compile(SCHEMA);

const EVERYTHING = `
check:
  paths: [k8s/, 'overlays/*.yaml']
  failOn: warning
  namespace: payments
  kubernetesVersion: "1.30"
  public: [registry.k8s.io/*]
  private: [quay.io/acme/*]
  node: ['*.dkr.ecr.*.amazonaws.com']
  existingSecrets:
    - name: regcred
      namespace: payments
      covers: [ghcr.io/acme/]
    - name: other
  suppressions:
    - rule: latest-tag
      object: Deployment/dev/*
      reason: a playground
  severities:
    mutable-tag: off
    latest-tag: error
  customKinds:
    - acme.io/Widget=spec.template.spec
`;

test('every option', () => {
  expect(parseConfig(EVERYTHING, 'regcred.yaml').check).toEqual({
    paths: ['k8s/', 'overlays/*.yaml'],
    failOn: 'warning',
    namespace: 'payments',
    kubernetesVersion: '1.30',
    publicImages: ['registry.k8s.io/*'],
    privateImages: ['quay.io/acme/*'],
    nodeImages: ['*.dkr.ecr.*.amazonaws.com'],
    existingSecrets: [
      { name: 'regcred', namespace: 'payments', covers: ['ghcr.io/acme/'] },
      { name: 'other', namespace: undefined, covers: undefined },
    ],
    suppressions: [{ rule: 'latest-tag', object: 'Deployment/dev/*', reason: 'a playground' }],
    severities: { 'mutable-tag': 'off', 'latest-tag': 'error' },
    customKinds: [{ group: 'acme.io', kind: 'Widget', podSpecPath: ['spec', 'template', 'spec'] }],
  });
  expect([validate(load(EVERYTHING)), validate.errors]).toEqual([true, null]);
});

test.each(['', '# nothing yet\n', 'check:\n', 'check: {}\n'])('%j decides nothing', (text) => {
  expect(Object.values(parseConfig(text, 'regcred.yaml').check).filter((value) => value !== undefined)).toEqual([]);
  expect(validate(load(text) ?? null)).toBe(true);
});

describe('what is wrong is named with its place and the way out, by the reader and by the schema', () => {
  test.each([
    ['chek: {}', "'chek' is not known: did you mean 'check'?"],
    ['synth: {}', "'synth' is not known: known are registries, pullSecrets, access, check"],
    ['- check', 'the file must be a mapping: got a list'],
    ['check: [a]', "'check' must be a mapping: got a list, write names with values below it, or { name: value }"],
    ['check: {fail-on: error}', "'check.fail-on' is not known: did you mean 'failOn'?"],
    ['check: {suppression: []}', "'check.suppression' is not known: did you mean 'suppressions'?"],
    ['check: {failOn: warnings}', "'check.failOn' is 'warnings': did you mean 'warning'?"],
    ['check: {failOn: never}', "'check.failOn' is 'never': write one of error, warning, info"],
    [
      'check: {kubernetesVersion: 1.30}',
      "'check.kubernetesVersion' must be in quotes: YAML reads it as the number 1.3",
    ],
    [
      'check: {public: "*"}',
      "'check.public' must be a list: got a string, write each entry after a '- ' below it, or [entry]",
    ],
    ['check: {public: [ghcr.io, {b: c}]}', "'check.public[1]' must be a text: got a mapping"],
    ['check: {public: [""]}', "'check.public[0]' must not be empty"],
    ['check: {public: }', "'check.public' must be a list: got nothing"],
    ['check: {namespace: true}', "'check.namespace' must be a text: got a boolean, write it in quotes"],
    ['check: {existingSecrets: [{namespace: a}]}', "'check.existingSecrets[0]' needs a 'name'"],
    ['check: {existingSecrets: [regcred]}', "'check.existingSecrets[0]' must be a mapping: got a string"],
    ['check: {suppressions: [{reason: a}]}', "'check.suppressions[0]' needs a 'rule'"],
    [
      'check: {suppressions: [{rule: latest-tag}]}',
      "'check.suppressions[0]' needs a 'reason': who reads the report wants to know why",
    ],
    ['check: {suppressions: [{rule: latest-tag, reason: " "}]}', "'check.suppressions[0].reason' must not be empty"],
    [
      'check: {suppressions: [{rule: latest-tags, reason: a}]}',
      "'check.suppressions[0].rule' is 'latest-tags': did you mean 'latest-tag'?",
    ],
    ['check: {severities: {latesttag: off}}', "'check.severities.latesttag' is not known: did you mean 'latest-tag'?"],
    [
      'check: {severities: {latest-tag: none}}',
      "'check.severities.latest-tag' is 'none': write one of error, warning, info, off",
    ],
  ])('%s', (text, message) => {
    expect(() => parseConfig(text, 'regcred.yaml')).toThrow(`regcred.yaml: ${message}`);
    expect(validate(load(text))).toBe(false);
  });

  test('a custom kind without a path', () => {
    const text = 'check: {customKinds: [acme.io/Widget]}';
    expect(() => parseConfig(text, 'regcred.yaml')).toThrow(
      "regcred.yaml: 'check.customKinds[0]' is refused: a custom kind is written GROUP/KIND=PATH: got 'acme.io/Widget'",
    );
    expect(validate(load(text))).toBe(false);
  });

  // what no schema can say
  test.each([
    ['check: {namespace: Team A}', "'check.namespace' is refused: namespace name must be a DNS label"],
    [
      'check: {kubernetesVersion: "2.0"}',
      "'check.kubernetesVersion' is refused: a Kubernetes version is written 1.MINOR",
    ],
    [
      'check: {public: [ghcr.io, nginx]}',
      "'check.public[1]' is refused: an image pattern is a host or a host and a path",
    ],
    ['check: {private: ["*"]}', "'check.private[0]' is refused: an image pattern is a host or a host and a path"],
    ['check: {node: ["*"]}', "'check.node[0]' is refused: an image pattern is a host or a host and a path"],
    ['check: {existingSecrets: [{name: Reg Cred}]}', "'check.existingSecrets[0].name' is refused: Secret name must be"],
    [
      'check: {existingSecrets: [{name: a, namespace: B}]}',
      "'check.existingSecrets[0].namespace' is refused: namespace",
    ],
    [
      'check: {existingSecrets: [{name: regcred, covers: [ghcr.io/acme/*]}]}',
      "'check.existingSecrets[0].covers[0]' is refused: server key has a wildcard in the path, which the kubelet only knows in the host: " +
        "got 'ghcr.io/acme/*', write 'ghcr.io/acme/'",
    ],
    [
      'check: {suppressions: [{rule: latest-tag, object: api, reason: a}]}',
      "'check.suppressions[0]' is refused: the object of a suppression is 'Kind/name' or 'Kind/namespace/name': got 'api'",
    ],
  ])('%s', (text, message) => {
    expect(() => parseConfig(text, 'regcred.yaml')).toThrow(`regcred.yaml: ${message}`);
  });

  test('bad YAML', () => {
    expect(() => parseConfig('check:\n  public: [a\nx: y', 'ci/regcred.yaml')).toThrow(/^ci\/regcred\.yaml:\d+:\d+: /);
  });
});

test('the schema names every rule', () => {
  expect(SCHEMA.definitions.rule.enum).toEqual([...RULE_IDS]);
});

describe('which file', () => {
  const folder = temporaryFolder({
    'regcred.yaml': 'check: {namespace: above}',
    'app/k8s/x.yaml': '',
    'ci/regcred.yaml': 'check: {namespace: near}',
    'other.yaml': 'check: {namespace: named}',
  });

  test.each([
    ['the one of the working folder', undefined, 'ci', 'near'],
    ['the nearest above it', undefined, 'app/k8s', 'above'],
    ['the named one, relative to the working folder', '../other.yaml', 'ci', 'named'],
  ])('%s', (_, named, cwd, namespace) => {
    expect(loadConfig(named, { cwd: join(folder, cwd) }).check.namespace).toBe(namespace);
  });

  test('an error names it as seen from the working folder', () => {
    const broken = temporaryFolder({ 'regcred.yaml': 'chek: {}', 'a/b/x': '' });
    expect(() => loadConfig(undefined, { cwd: join(broken, 'a', 'b') })).toThrow(
      "../../regcred.yaml: 'chek' is not known",
    );
  });

  test('a named one that is not there is an error, none at all is not', () => {
    expect(() => loadConfig('no.yaml', { cwd: folder })).toThrow("cannot read 'no.yaml': no such file or folder");
    expect(loadConfig(undefined, { cwd: temporaryFolder() })).toBe(EMPTY_CONFIG);
  });
});
