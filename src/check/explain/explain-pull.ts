import { ImageReference } from '../../image';
import { DEFAULT_SERVICE_ACCOUNT, parseServiceAccountName } from '../../kubernetes';
import type { ManifestDocument } from '../../manifest';
import { admitTo } from '../admission';
import { checkCluster } from '../check-cluster';
import type { CheckedCluster, CheckedImage, CheckedPod } from '../checked-cluster';
import { decideAdmitted } from '../decide-admitted';
import { decideByIdentity } from '../identity-decision';
import { ClusterModel } from '../model/cluster-model';
import type { CheckOptions } from '../options';
import { parseOptions } from '../parse-options';
import { explainSecrets } from './explain-secrets';
import type { PullExplanation, PullQuestion } from './pull-explanation';

/**
 * Says for an image which logins the kubelet tries and why not the others: for every pod of these objects that has the
 * image, else for those that have it under another tag or digest, which have no part in the choice, else for one that would
 * have it. Pods that come the same way have one explanation.
 *
 * @throws RegcredError with a `reference-…` code where the image is no image name, `service-account-name` where the account can have no
 * such name, and as `checkManifests` does where the options are wrong
 */
export function explainPull(
  documents: Iterable<ManifestDocument>,
  question: PullQuestion,
  options: CheckOptions = {},
): PullExplanation[] {
  const asked = ImageReference.parse(question.image);
  const settings = parseOptions(options);
  const model = new ClusterModel(settings);
  for (const secret of settings.existingSecrets) model.declare(secret);
  for (const document of documents) model.add(document);
  const cluster = checkCluster(model, settings);

  const { serviceAccount, namespace = settings.namespace } = question;
  const meant = serviceAccount === undefined ? podsWith(asked, question.namespace, cluster) : [];
  if (meant.length > 0) return fold(meant.map(([pod, image]) => explainPod(pod, image, model)));
  const account = parseServiceAccountName(serviceAccount ?? DEFAULT_SERVICE_ACCOUNT);
  const admitted = admitTo(namespace, account, model);
  const contextWith = (names: readonly string[]) => cluster.contextOf(namespace, names);
  const unaided = { reference: asked, decision: decideAdmitted(asked, admitted, contextWith) };
  const { verdict, why } = decideByIdentity(unaided, model.identityOf(namespace, account), settings.version).decision;
  return [
    {
      pods: [],
      image: question.image,
      name: asked.name,
      namespace,
      ...accountOf(namespace, account, model),
      pullSecretsFrom: admitted.from,
      secrets: explainSecrets(contextWith(admitted.names), asked.name, model),
      verdict,
      why,
    },
  ];
}

type Meant = readonly [pod: CheckedPod, image: CheckedImage];

function podsWith(asked: ImageReference, namespace: string | undefined, { pods }: CheckedCluster): readonly Meant[] {
  const ofRepository = pods
    .filter(({ workload }) => namespace === undefined || workload.ref.namespace === namespace)
    .flatMap((pod) =>
      pod.images.filter(({ reference }) => reference?.name === asked.name).map((image): Meant => [pod, image]),
    );
  const anyTag = asked.tag === undefined && asked.digest === undefined;
  const exact = ofRepository.filter(([, { reference }]) => reference?.canonicalName === asked.canonicalName);
  return anyTag || exact.length === 0 ? ofRepository : exact;
}

function explainPod(
  { workload, admitted, context }: CheckedPod,
  image: CheckedImage,
  model: ClusterModel,
): PullExplanation {
  const { namespace, kind, name } = workload.ref;
  const lookedUp = image.reference?.name ?? image.text;
  return {
    pods: [{ namespace, kind, name, container: image.use.container }],
    image: image.text,
    name: lookedUp,
    namespace,
    ...accountOf(namespace, workload.serviceAccount, model),
    pullSecretsFrom: admitted.from,
    secrets: explainSecrets(context, lookedUp, model),
    verdict: image.decision.verdict,
    why: image.decision.why,
  };
}

function accountOf(namespace: string, serviceAccount: string, model: ClusterModel) {
  const isThere = serviceAccount === DEFAULT_SERVICE_ACCOUNT || model.account(namespace, serviceAccount) !== undefined;
  return { serviceAccount, hasServiceAccount: isThere };
}

/** Explanations that differ only in their pods are one. */
function fold(explanations: readonly PullExplanation[]): PullExplanation[] {
  const folded = new Map<string, PullExplanation>();
  for (const explanation of explanations) {
    const key = JSON.stringify({ ...explanation, pods: [] });
    const same = folded.get(key);
    folded.set(key, same ? { ...same, pods: [...same.pods, ...explanation.pods] } : explanation);
  }
  return [...folded.values()];
}
