import { RegcredError } from '../error';
import { ImageReference } from '../image';
import type { ImageUse } from '../manifest';
import { admitPullSecrets } from './admission';
import type { CheckedCluster, CheckedImage, CheckedPod } from './checked-cluster';
import { decideAdmitted } from './decide-admitted';
import { decideByIdentity } from './identity-decision';
import type { AccountIdentity } from './model/account-identity';
import type { ClusterModel } from './model/cluster-model';
import type { SecretModel } from './model/secret-model';
import type { WorkloadModel } from './model/workload-model';
import type { CheckSettings } from './parse-options';
import { PullContext } from './pull-context';
import { decide, type PullDecision } from './pull-decision';
import { imageText } from './shown-text';

/** Decides every image of a model. */
export function checkCluster(model: ClusterModel, { policies, version }: CheckSettings): CheckedCluster {
  const contexts = new Map<string, PullContext>();
  const contextOf = (namespace: string, names: readonly string[]): PullContext => {
    const key = [namespace, ...names].join('\n');
    let context = contexts.get(key);
    if (context === undefined) {
      context = new PullContext(namespace, names, model, policies);
      contexts.set(key, context);
    }
    return context;
  };
  const readings = new Map<string, ReadImage>();
  const identities = new Map<string, AccountIdentity>();
  const identityOf = (workload: WorkloadModel): AccountIdentity => {
    const key = accountKey(workload);
    let identity = identities.get(key);
    if (identity === undefined) {
      identity = model.identityOf(workload.ref.namespace, workload.serviceAccount);
      identities.set(key, identity);
    }
    return identity;
  };
  const pods = model.workloads.map((workload): CheckedPod => {
    const admitted = admitPullSecrets(workload, model);
    const contextWith = (names: readonly string[]) => contextOf(workload.ref.namespace, names);
    const context = contextWith(admitted.names);
    const decideFor = (reference: ImageReference) => decideAdmitted(reference, admitted, contextWith);
    const identity = identityOf(workload);
    const images = workload.images.map((use) => {
      const image = checkImage(use, decideFor, readings);
      return workload.isStatic ? image : decideByIdentity(image, identity, version);
    });
    const lacksCredential = images.some(({ decision }) => decision.verdict === 'missing');
    return { workload, admitted, context, identity, images, lacksCredential };
  });
  return { model, pods, version, contextOf, ...indexesOf(pods) };
}

interface ReadImage {
  readonly text: string;
  readonly reference?: ImageReference;
  readonly fault?: string;
}

type DecideImage = (reference: ImageReference) => PullDecision;

function checkImage(use: ImageUse, decideImage: DecideImage, readings: Map<string, ReadImage>): CheckedImage {
  const read = readImage(use.image, readings);
  return { use, ...read, decision: decideUse(use, read, decideImage) };
}

function decideUse({ pullPolicy }: ImageUse, { reference, fault }: ReadImage, decideImage: DecideImage): PullDecision {
  if (reference === undefined) return decide('malformed', `no image name: ${fault}`);
  if (pullPolicy === 'Never') return decide('node', 'it is never pulled: the node must have the image');
  return decideImage(reference);
}

/** An image name read once, however many pods have it. */
function readImage(image: unknown, readings: Map<string, ReadImage>): ReadImage {
  if (typeof image !== 'string') return notText(image);
  let read = readings.get(image);
  if (read === undefined) {
    read = parseImage(image);
    readings.set(image, read);
  }
  return read;
}

function parseImage(text: string): ReadImage {
  try {
    return { text, reference: ImageReference.parse(text) };
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    return { text: imageText(text), fault: error.message };
  }
}

function notText(image: unknown): ReadImage {
  if (image === undefined || image === null) return { text: '', fault: 'there is none' };
  if (typeof image === 'number' || typeof image === 'boolean') {
    return { text: String(image), fault: `YAML reads it as a ${typeof image}: put quotes around it` };
  }
  return { text: '', fault: 'it is no text; a template that was not rendered looks like this' };
}

function indexesOf(pods: readonly CheckedPod[]): Pick<CheckedCluster, 'usersOf' | 'podsOf'> {
  const users = new Map<SecretModel, CheckedPod[]>();
  const accounts = new Map<string, CheckedPod[]>();
  for (const pod of pods) {
    for (const secret of new Set(pod.context.secrets)) append(users, secret, pod);
    append(accounts, accountKey(pod.workload), pod);
  }
  return {
    usersOf: (secret) => users.get(secret) ?? [],
    podsOf: (namespace, account) => accounts.get(`${namespace}/${account}`) ?? [],
  };
}

function accountKey({ ref, serviceAccount }: WorkloadModel): string {
  return `${ref.namespace}/${serviceAccount}`;
}

function append<Key>(index: Map<Key, CheckedPod[]>, key: Key, pod: CheckedPod): void {
  const pods = index.get(key);
  if (pods === undefined) index.set(key, [pod]);
  else pods.push(pod);
}
