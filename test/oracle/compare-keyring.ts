/**
 * Compares DockerConfig and Keyring with the kubelet's own code on generated Secrets and images. Run by hand, where the oracle is built:
 *
 *     node -r ./scripts/typescript.js test/oracle/compare-keyring.ts ORACLE [COUNT] [SEED]
 *
 * ORACLE answers JSON lines `{"op":"keyring",…}` and `{"op":"parse",…}`. Exit 1 where the two disagree.
 */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { DockerConfig } from '../../src/credential';
import { Keyring, normalizeServerKey } from '../../src/keyring';
import { arbitraryCleanJson, arbitraryDockerConfigJson } from '../credential/arbitrary-json';
import { arbitraryKeyNear, arbitraryPulledImage, arbitraryServerKey } from '../keyring/arbitrary-keyring';

interface OracleLogin {
  readonly username: string;
  readonly password: string;
  readonly email?: string;
  readonly secret?: string;
}

interface OracleAnswer {
  readonly error?: string | null;
  readonly creds?: readonly OracleLogin[];
  readonly auths?: Readonly<Record<string, OracleLogin>>;
}

interface Secret {
  readonly type: string;
  readonly content: Buffer;
}

interface Case {
  readonly secrets: readonly Secret[];
  readonly image: string;
}

const CURRENT = 'kubernetes.io/dockerconfigjson';
const LEGACY = 'kubernetes.io/dockercfg';
const BATCH = 5_000;

/** Bytes that are no UTF-8, where a text has the mark. */
const STRAY = ['ff', 'c3', 'e282', 'eda080', 'f09f99', 'c080'];

function arbitrarySecret(serverKey: fc.Arbitrary<string>): fc.Arbitrary<Secret> {
  const { json, cfg } = arbitraryDockerConfigJson(serverKey);
  return fc
    .tuple(fc.nat(9), json, cfg, fc.nat(15), fc.nat(300), fc.constantFrom(...STRAY))
    .map(([kind, jsonText, cfgText, damage, at, stray]) => {
      const bytes = Buffer.from(kind === 0 ? cfgText : jsonText);
      const place = at % (bytes.length + 1);
      const damaged = Buffer.concat([bytes.subarray(0, place), Buffer.from(stray, 'hex'), bytes.subarray(place)]);
      return { type: kind === 0 ? LEGACY : CURRENT, content: damage === 0 ? damaged : bytes };
    });
}

const arbitraryCase: fc.Arbitrary<Case> = arbitraryPulledImage.chain((image) => {
  const key = fc.oneof(arbitraryServerKey, arbitraryKeyNear(image));
  const clean = arbitraryCleanJson(key).map((text): Secret => ({ type: CURRENT, content: Buffer.from(text) }));
  return fc
    .oneof(
      fc.array(arbitrarySecret(key), { minLength: 1, maxLength: 2 }),
      fc.array(clean, { minLength: 1, maxLength: 4 }),
    )
    .map((secrets) => ({ secrets, image }));
});

function question({ secrets, image }: Case): object {
  const list = secrets.map(({ type, content }, index) => ({
    name: `${index}`,
    type,
    data: { [type === LEGACY ? '.dockercfg' : '.dockerconfigjson']: content.toString('base64') },
  }));
  return { op: 'keyring', secrets: list, image };
}

/** The kubelet passes over an empty value. */
function configs({ secrets }: Case): { config: DockerConfig; secret: number }[] {
  return secrets.flatMap(({ type, content }, secret) => {
    if (content.length === 0) return [];
    const data = content.toString('base64');
    return [
      {
        config: type === LEGACY ? DockerConfig.parseLegacyBase64(data) : DockerConfig.parseBase64(data),
        secret,
      },
    ];
  });
}

function ours(it: Case): { error?: string; tries: { group: string; text: string }[] } {
  try {
    const list = configs(it);
    const tries = Keyring.of(list.map(({ config }) => config))
      .lookup(it.image)
      .map((match) => ({
        group: `${normalizeServerKey(match.serverKey)} ${match.configIndex}`,
        text: JSON.stringify([match.username, match.revealPassword(), `${list[match.configIndex]?.secret}`]),
      }));
    return { tries };
  } catch (error) {
    if (error instanceof Error && error.name === 'RegcredError') return { error: error.message, tries: [] };
    throw error;
  }
}

/** Nothing where the two agree. */
function difference(it: Case, answer: OracleAnswer): string | undefined {
  const got = ours(it);
  if (answer.error) {
    if (answer.error.startsWith("couldn't parse image name"))
      return got.error === undefined ? 'image refused' : undefined;
    return got.error?.endsWith(`: ${answer.error}`) ? undefined : `${answer.error} | ${got.error}`;
  }
  const theirs = (answer.creds ?? []).map(({ username, password, secret }) =>
    JSON.stringify([username, password, secret]),
  );
  const groups = got.tries.map(({ group }) => group);
  const key = (text: string, at: number) => `${groups.indexOf(groups[at] ?? '')} ${text}`;
  const expected = theirs.map(key).sort().join('\n');
  const found = got.tries
    .map(({ text }, at) => key(text, at))
    .sort()
    .join('\n');
  return expected === found && got.error === undefined ? undefined : `${expected} | ${found} ${got.error}`;
}

function ask(oracle: string, cases: readonly Case[]): OracleAnswer[] {
  const input = cases.map((it) => JSON.stringify(question(it))).join('\n');
  const { stdout, status } = spawnSync(oracle, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`the oracle ended with ${status}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): OracleAnswer => JSON.parse(line));
}

function main(oracle: string, count: number, seed: number): number {
  const seen = { asked: 0, malformed: 0, tried: 0, wrong: 0 };
  while (seen.asked < count) {
    const cases = fc.sample(arbitraryCase, { numRuns: BATCH, seed: seed + seen.asked });
    ask(oracle, cases).forEach((answer, index) => {
      const it = cases[index];
      if (it === undefined) throw new Error('more answers than questions');
      const wrong = difference(it, answer);
      seen.malformed += answer.error ? 1 : 0;
      seen.tried += answer.creds?.length ? 1 : 0;
      if (wrong === undefined) return;
      seen.wrong += 1;
      if (seen.wrong <= 20)
        console.log(
          `${it.image}\n  ${it.secrets.map(({ content }) => JSON.stringify(content.toString('latin1'))).join('\n  ')}\n  ${wrong}`,
        );
    });
    seen.asked += cases.length;
  }
  console.log(JSON.stringify(seen));
  return seen.wrong === 0 ? 0 : 1;
}

const [oracle, count = '100000', seed = '1'] = process.argv.slice(2);
if (oracle === undefined) throw new Error('usage: compare-keyring.ts ORACLE [COUNT] [SEED]');
process.exitCode = main(oracle, Number(count), Number(seed));
