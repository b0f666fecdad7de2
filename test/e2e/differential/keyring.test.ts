import { DockerConfig } from '../../../src/credential';
import { Keyring, normalizeServerKey } from '../../../src/keyring';
import { arbitraryCleanJson, arbitraryDockerConfigJson } from '../../credential/arbitrary-json';
import fc from '../../fast-check';
import { arbitraryKeyNear, arbitraryPulledImage, arbitraryServerKey } from '../../keyring/arbitrary-keyring';
import { Oracle } from '../client/oracle';
import { record } from '../client/record';
import { describeOn } from '../client/suite';
import type { Statement } from './agreement';
import { CASES, expectAgreement, TIMEOUT } from './agreement';

const CURRENT = 'kubernetes.io/dockerconfigjson';
const LEGACY = 'kubernetes.io/dockercfg';

interface Secret {
  readonly type: typeof CURRENT | typeof LEGACY;
  /** What `data` holds, in base64: any bytes. */
  readonly data: string;
}

/** A pod with these pull secrets and this image. */
interface Case {
  readonly secrets: readonly Secret[];
  readonly image: string;
}

/** What the kubelet's keyring says: the logins it tries, or why it cannot read the Secrets. */
interface Answer {
  readonly error?: string;
  readonly tried?: readonly { readonly username: string; readonly password: string; readonly secret: string }[];
}

type Login = readonly [username: string, password: string, secret: string | undefined];

/** Bytes that are no UTF-8. */
const STRAY_BYTES = ['ff', 'c3', 'e282', 'eda080', 'f09f99', 'c080'].map((hex) => Buffer.from(hex, 'hex'));

function arbitrarySecret(serverKey: fc.Arbitrary<string>): fc.Arbitrary<Secret> {
  const { json, cfg } = arbitraryDockerConfigJson(serverKey);
  const type = fc.nat(9).map((digit) => (digit === 0 ? LEGACY : CURRENT));
  const damage = fc.tuple(fc.nat(15), fc.nat(300), fc.constantFrom(...STRAY_BYTES));
  return fc.tuple(type, json, cfg, damage).map(([kind, jsonText, cfgText, [rare, at, stray]]) => {
    const bytes = Buffer.from(kind === LEGACY ? cfgText : jsonText);
    const place = at % (bytes.length + 1);
    const damaged = Buffer.concat([bytes.subarray(0, place), stray, bytes.subarray(place)]);
    return { type: kind, data: (rare === 0 ? damaged : bytes).toString('base64') };
  });
}

const arbitraryCase: fc.Arbitrary<Case> = arbitraryPulledImage.chain((image) => {
  const key = fc.oneof(arbitraryServerKey, arbitraryKeyNear(image));
  const clean = arbitraryCleanJson(key).map((json): Secret => {
    return { type: CURRENT, data: Buffer.from(json).toString('base64') };
  });
  const secrets = fc.oneof(
    fc.array(arbitrarySecret(key), { minLength: 1, maxLength: 2 }),
    fc.array(clean, { minLength: 1, maxLength: 4 }),
  );
  return secrets.map((list) => ({ secrets: list, image }));
});

function question({ secrets, image }: Case): object {
  const list = secrets.map(({ type, data }, index) => {
    return { name: `${index}`, type, data: { [type === LEGACY ? '.dockercfg' : '.dockerconfigjson']: data } };
  });
  return { op: 'keyring', secrets: list, image };
}

/** What the two say, made comparable: two keys of one config that mean the same come in any order in the kubelet. */
function statement(it: Case, answer: Answer): Statement {
  const sort = sortOf(answer);
  try {
    const configs = configsOf(it);
    const tried = Keyring.of(configs.map(({ config }) => config)).lookup(it.image);
    const places = tried.map((match) => `${normalizeServerKey(match.serverKey)} ${match.configIndex}`);
    const text = (logins: readonly Login[]) =>
      logins.map((login, at) => `${places.indexOf(places[at] ?? '')} ${JSON.stringify(login)}`).sort();
    const ours = text(
      tried.map((match) => [match.username, match.revealPassword(), configs[match.configIndex]?.secret]),
    );
    const theirs = text((answer.tried ?? []).map((login) => [login.username, login.password, login.secret]));
    return { ours: ours.join('\n'), theirs: answer.error ?? theirs.join('\n'), sort };
  } catch (error) {
    if (!(error instanceof Error && error.name === 'RegcredError')) throw error;
    const theirs = answer.error ?? JSON.stringify(answer.tried);
    // our message says more, and ends in the kubelet's own words where it is a Secret that cannot be read
    const isSame = error.message.endsWith(`: ${theirs}`) || theirs.startsWith("couldn't parse image name");
    return { ours: isSame ? theirs : error.message, theirs, sort };
  }
}

function sortOf({ tried }: Answer): string {
  if (tried === undefined) return 'unreadable';
  return tried.length > 0 ? 'credentials' : 'anonymous';
}

function configsOf({ secrets }: Case): { config: DockerConfig; secret: string }[] {
  return secrets.flatMap(({ type, data }, index) => {
    if (data === '') return []; // the kubelet passes over an empty value
    const config = type === LEGACY ? DockerConfig.parseLegacyBase64(data) : DockerConfig.parseBase64(data);
    return [{ config, secret: `${index}` }];
  });
}

describeOn(
  'oracle',
  'the keyring tries the logins that the kubelet tries, in its order, and fails in its words',
  () => {
    let oracle: Oracle;
    beforeAll(() => {
      oracle = Oracle.start();
    });
    afterAll(() => oracle.stop());

    test(
      `${CASES} random pods: pull secrets and an image`,
      async () => {
        const statements = async (cases: readonly Case[]) => {
          const answers = await oracle.ask<Answer>(cases.map(question));
          return cases.map((it, index) => statement(it, answers[index] ?? {}));
        };
        await expectAgreement(arbitraryCase, statements, ['credentials', 'anonymous', 'unreadable']);
        record("random pull secrets and images, against the kubelet's keyring", CASES);
      },
      TIMEOUT,
    );
  },
);
