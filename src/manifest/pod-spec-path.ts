import { RegcredError } from '../error';

/** A kind of someone's own that holds a pod spec. */
export interface CustomKind {
  /** The API group without a version, `argoproj.io`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** The way to the pod spec; `*` stands for every element of a list or mapping. */
  readonly podSpecPath: readonly string[];
}

const TEMPLATE = ['spec', 'template', 'spec'] as const;

/** Where the pod spec is: kind by kind, without the version, which has never moved it. */
const KINDS: readonly CustomKind[] = [
  { group: '', kind: 'Pod', podSpecPath: ['spec'] },
  { group: '', kind: 'PodTemplate', podSpecPath: ['template', 'spec'] },
  { group: '', kind: 'ReplicationController', podSpecPath: TEMPLATE },
  { group: 'apps', kind: 'DaemonSet', podSpecPath: TEMPLATE },
  { group: 'apps', kind: 'Deployment', podSpecPath: TEMPLATE },
  { group: 'apps', kind: 'ReplicaSet', podSpecPath: TEMPLATE },
  { group: 'apps', kind: 'StatefulSet', podSpecPath: TEMPLATE },
  { group: 'batch', kind: 'CronJob', podSpecPath: ['spec', 'jobTemplate', 'spec', 'template', 'spec'] },
  { group: 'batch', kind: 'Job', podSpecPath: TEMPLATE },
  // gone since Kubernetes 1.16, and still in charts
  { group: 'extensions', kind: 'DaemonSet', podSpecPath: TEMPLATE },
  { group: 'extensions', kind: 'Deployment', podSpecPath: TEMPLATE },
  { group: 'extensions', kind: 'ReplicaSet', podSpecPath: TEMPLATE },
  // custom kinds that many clusters have
  { group: 'apps.openshift.io', kind: 'DeploymentConfig', podSpecPath: TEMPLATE },
  { group: 'argoproj.io', kind: 'Rollout', podSpecPath: TEMPLATE },
  { group: 'jobset.x-k8s.io', kind: 'JobSet', podSpecPath: ['spec', 'replicatedJobs', '*', 'template', ...TEMPLATE] },
  { group: 'keda.sh', kind: 'ScaledJob', podSpecPath: ['spec', 'jobTargetRef', 'template', 'spec'] },
  { group: 'serving.knative.dev', kind: 'Configuration', podSpecPath: TEMPLATE },
  { group: 'serving.knative.dev', kind: 'Revision', podSpecPath: ['spec'] },
  { group: 'serving.knative.dev', kind: 'Service', podSpecPath: TEMPLATE },
];

const PATHS: ReadonlyMap<string, readonly string[]> = new Map(
  KINDS.map(({ group, kind, podSpecPath }) => [`${group}/${kind}`, podSpecPath]),
);

/** The API group of an `apiVersion`: `apps` of `apps/v1`, empty for `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

/**
 * Where objects of a kind hold their pod spec, or `undefined` where the kind holds none that we know.
 * A custom kind's path may hold `*`: every element of a list or mapping.
 */
export function podSpecPathOf(
  apiVersion: string,
  kind: string,
  customKinds: readonly CustomKind[] = [],
): readonly string[] | undefined {
  const group = groupOf(apiVersion);
  const custom = customKinds.find((candidate) => candidate.group === group && candidate.kind === kind);
  return custom?.podSpecPath ?? PATHS.get(`${group}/${kind}`);
}

/** The way to what has the metadata of the pods: a pod, or a template; none where a custom kind holds a bare spec. */
export function podTemplatePathOf<Step>(podSpecPath: readonly Step[]): readonly Step[] | undefined {
  if (podSpecPath.at(-1) !== 'spec') return undefined;
  const path = podSpecPath.slice(0, -1);
  return path.length === 0 || path.at(-1) === 'template' ? path : undefined;
}

/** A custom kind as it is declared in words, `argoproj.io/Rollout=spec.template.spec`. */
export function parseCustomKind(text: string): CustomKind {
  const equals = text.indexOf('=');
  const slash = text.lastIndexOf('/', equals);
  const podSpecPath = text.slice(equals + 1).split('.');
  const kind = text.slice(slash + 1, equals);
  if (equals === -1 || kind === '' || podSpecPath.includes('')) {
    throw new RegcredError(
      'manifest-custom-kind',
      `a custom kind is written GROUP/KIND=PATH: got '${text}', write for example 'argoproj.io/Rollout=spec.template.spec'`,
    );
  }
  return { group: slash === -1 ? '' : groupOf(text.slice(0, slash + 1)), kind, podSpecPath };
}
