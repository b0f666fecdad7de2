import { readVectors } from '../oracle/read-vectors';
import { check, pod, secret } from './objects';

/** What a kubelet answered for a pod with these Secrets. */
interface Vector {
  readonly configs: readonly unknown[];
  readonly image: string;
  readonly error?: string;
  readonly tried?: readonly { readonly config: number }[];
}

const vectors = readVectors<Vector>('keyring.jsonl');

/** The verdict, and the Secrets that are tried; their order is the keyring's matter, and its tests'. */
function ours({ configs, image }: Vector): string {
  const secrets = configs.map((config, index) => secret(JSON.stringify(config), { name: `secret-${index}` }));
  const own = pod({ secrets: configs.map((_, index) => `secret-${index}`), image });
  const [verdict] = check([...secrets, own]).images;
  const tried = verdict?.tried.map((login) => login.secret) ?? [];
  // without a login, the kubelet does not know either whether the image is public
  return [verdict?.verdict === 'anonymous' ? 'missing' : verdict?.verdict, ...tried.sort()].join(' ');
}

function kubelets({ error, tried = [] }: Vector): string {
  if (error !== undefined) return 'malformed';
  return [tried.length > 0 ? 'credential' : 'missing', ...tried.map(({ config }) => `secret-${config}`).sort()].join(
    ' ',
  );
}

test('the verdict for a pod with these Secrets is what the kubelet does', () => {
  expect(vectors.filter((vector) => ours(vector) !== kubelets(vector))).toEqual([]);
  expect(new Set(vectors.map(kubelets)).size).toBeGreaterThan(3);
});
