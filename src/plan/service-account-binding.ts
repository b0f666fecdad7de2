import { requireOptions } from '../error';
import { DEFAULT_SERVICE_ACCOUNT, parseAnnotations, parseLabels, parseServiceAccountName } from '../kubernetes';

/** Properties of `ServiceAccountBinding.patch`. */
export interface PatchServiceAccountProps {
  /** Name of the service account. */
  readonly name: string;
}

/** Properties of `ServiceAccountBinding.create`. */
export interface CreateServiceAccountProps {
  /** Name of the service account. */
  readonly name: string;

  /**
   * Whether pods get a token for the Kubernetes API; pulling needs none.
   *
   * @default false
   */
  readonly automountServiceAccountToken?: boolean;

  /**
   * Labels of the service account.
   *
   * @default - those of the construct
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Annotations of the service account.
   *
   * @default - those of the construct
   */
  readonly annotations?: { readonly [key: string]: string };
}

/**
 * A service account that gets the pull secrets, in each namespace.
 *
 * The list of a service account is atomic: whoever writes it, replaces it whole. So the account's document lists every pull
 * secret that an app binds to it, and two owners cannot share it.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#add-imagepullsecrets-to-a-service-account
 */
export class ServiceAccountBinding {
  /** Binds the account that pods get when they name none. Kubernetes makes it with the namespace, so it is patched. */
  public static patchDefault(): ServiceAccountBinding {
    return new ServiceAccountBinding({ name: DEFAULT_SERVICE_ACCOUNT }, false);
  }

  /**
   * Binds an account that somebody else makes.
   *
   * Its other fields are kept, with one exception: where the account was first made by a client-side `kubectl apply`, kubectl takes
   * its fields for its own, and drops those that our document does not have. Such an account is better bound by its maker.
   *
   * @throws RegcredError `service-account-name` where the name is not a DNS subdomain
   */
  public static patch(props: PatchServiceAccountProps): ServiceAccountBinding {
    requireOptions(props, "ServiceAccountBinding.patch({ name: 'api' })");
    return new ServiceAccountBinding(props, false);
  }

  /**
   * Makes an account and binds it. Accounts inherit nothing from `default`.
   *
   * @throws RegcredError `service-account-name` where the name is not a DNS subdomain, `label` or `annotation` where one is none
   */
  public static create(props: CreateServiceAccountProps): ServiceAccountBinding {
    requireOptions(props, "ServiceAccountBinding.create({ name: 'api' })");
    const { automountServiceAccountToken = false } = props;
    return new ServiceAccountBinding({ ...props, automountServiceAccountToken }, true);
  }

  /** Name of the service account. */
  public readonly name: string;

  /** Whether the account is made here; else somebody else makes it. */
  public readonly creates: boolean;

  /** @internal */
  public readonly _props: CreateServiceAccountProps;

  private constructor(props: CreateServiceAccountProps, creates: boolean) {
    this.name = parseServiceAccountName(props.name);
    this.creates = creates;
    parseLabels(props.labels);
    parseAnnotations(props.annotations);
    this._props = props;
  }
}
