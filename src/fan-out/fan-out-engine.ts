import { RegcredError } from '../error';
import { REFLECTOR_COPIES, REPLICATOR_COPIES } from './engines/annotated-source';
import { externalSecretsCopies } from './engines/external-secrets';
import { KYVERNO_COPIES } from './engines/kyverno-clones';
import type { CopyMethod } from './fan-out-plan';

/** Options of `FanOutEngine.externalSecrets`. */
export interface ExternalSecretsFanOutOptions {
  /**
   * Time between two looks for new namespaces, in seconds; at least 5.
   *
   * @default 60
   */
  readonly refreshTime?: number;

  /**
   * Time between two looks for a new password, in seconds; at least 5. Every namespace reads the source each time.
   *
   * @default 600
   */
  readonly refreshInterval?: number;
}

/** Who adds the pull secrets to pods as they are made. */
export enum PodBinding {
  /** The API server, from Kubernetes 1.36. */
  ADMISSION_POLICY = 'admission-policy',
  /** Kyverno, which binds service accounts too. */
  KYVERNO = 'kyverno',
  /** Nobody: the pods list them, or their service accounts do. */
  NONE = 'none',
}

/** What copies pull secrets into namespaces, also into those that come later. */
export class FanOutEngine {
  /**
   * The External Secrets Operator, from 0.17: a `ClusterExternalSecret` that reads the source inside the cluster.
   *
   * @see https://external-secrets.io/latest/api/clusterexternalsecret/
   * @throws RegcredError `fan-out-refresh` where the time is none, or so short that it is a load
   */
  public static externalSecrets(options: ExternalSecretsFanOutOptions = {}): FanOutEngine {
    const refreshTime = parseTime('refreshTime', options.refreshTime, DEFAULT_TIME);
    const refreshInterval = parseTime('refreshInterval', options.refreshInterval, DEFAULT_INTERVAL);
    return new FanOutEngine(externalSecretsCopies({ refreshTime, refreshInterval }));
  }

  /**
   * Kyverno, from 1.13: a policy that clones the source, and one that binds pods and service accounts.
   *
   * @see https://kyverno.io/docs/policy-types/cluster-policy/generate/
   */
  public static kyverno(): FanOutEngine {
    return new FanOutEngine(KYVERNO_COPIES, PodBinding.KYVERNO);
  }

  /**
   * The reflector, from 9: annotations on the source.
   *
   * @see https://github.com/emberstack/kubernetes-reflector
   */
  public static reflector(): FanOutEngine {
    return new FanOutEngine(REFLECTOR_COPIES);
  }

  /**
   * The replicator: annotations on the source.
   *
   * @see https://github.com/mittwald/kubernetes-replicator
   */
  public static replicator(): FanOutEngine {
    return new FanOutEngine(REPLICATOR_COPIES);
  }

  /** Nothing: something else brings the Secrets, and only pods are bound. */
  public static none(): FanOutEngine {
    return new FanOutEngine();
  }

  /** @internal */
  public readonly _copies?: CopyMethod;

  /** @internal */
  public readonly _podBinding: PodBinding;

  private constructor(copies?: CopyMethod, podBinding = PodBinding.ADMISSION_POLICY) {
    this._copies = copies;
    this._podBinding = podBinding;
  }
}

const DEFAULT_TIME = 60;
const DEFAULT_INTERVAL = 600;
const SHORTEST_TIME = 5;

function parseTime(property: string, seconds: number | undefined, standard: number): number {
  const time = seconds ?? standard;
  if (Number.isSafeInteger(time) && time >= SHORTEST_TIME) return time;
  throw new RegcredError(
    'fan-out-refresh',
    `${property} is a whole number of seconds, at least ${SHORTEST_TIME}: got ${time}, leave it out for ${standard}; the cluster is asked that often`,
  );
}
