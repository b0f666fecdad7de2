import { ImageReference } from '../../../src/image';
import { arbitraryImage } from '../../image/arbitrary-image';
import { Oracle } from '../client/oracle';
import { record } from '../client/record';
import { describeOn } from '../client/suite';
import type { Statement } from './agreement';
import { CASES, expectAgreement, TIMEOUT } from './agreement';

/** What distribution/reference says about an image name, and what the kubelet makes of it. */
interface Answer {
  readonly error: string | null;
  readonly registry: string;
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly normalized: string;
  readonly familiar: string;
  readonly kubelet: { readonly repo: string; readonly tag: string; readonly digest: string };
}

const REFUSED = 'refused';

function theirs({ error, kubelet, ...parts }: Answer): string {
  if (error !== null) return REFUSED;
  const { registry, repository, tag = '', digest = '', normalized, familiar } = parts;
  return JSON.stringify([registry, repository, tag, digest, normalized, familiar, kubelet]);
}

function ours(image: string): string {
  try {
    const it = ImageReference.parse(image);
    const kubelet = { digest: it.digest ?? '', error: null, repo: it.name, tag: it.effectiveTag ?? '' };
    const parts = [it.registry, it.repository, it.tag ?? '', it.digest ?? '', it.canonicalName, it.familiarName];
    return JSON.stringify([...parts, kubelet]);
  } catch (error) {
    if (error instanceof Error && error.name === 'RegcredError') return REFUSED;
    throw error;
  }
}

describeOn('oracle', 'image names mean to us what they mean to distribution/reference and to the kubelet', () => {
  let oracle: Oracle;
  beforeAll(() => {
    oracle = Oracle.start();
  });
  afterAll(() => oracle.stop());

  test(
    `${CASES} random names`,
    async () => {
      const statements = async (images: readonly string[]) => {
        const answers = await oracle.ask<Answer>(images.map((image) => ({ op: 'reference', image })));
        return images.map((image, index) => statement(image, answers[index] as Answer));
      };
      await expectAgreement(arbitraryImage, statements, ['read', REFUSED]);
      record('random image names, against distribution/reference and the kubelet', CASES);
    },
    TIMEOUT,
  );
});

function statement(image: string, answer: Answer): Statement {
  const said = theirs(answer);
  return { ours: ours(image), theirs: said, sort: said === REFUSED ? REFUSED : 'read' };
}
