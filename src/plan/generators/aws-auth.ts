import { requireOptions } from '../../error';
import type { SecretKey } from './secret-key';
import { secretKeyRef, serviceAccountRef } from './secret-key';

/** Properties of `AwsAuth.accessKey`. */
export interface AwsAccessKeyProps {
  /** Where the id of the access key is. */
  readonly accessKeyId: SecretKey;

  /** Where the secret of the access key is. */
  readonly secretAccessKey: SecretKey;

  /**
   * Where the session token is, for a temporary access key.
   *
   * @default - none
   */
  readonly sessionToken?: SecretKey;
}

/** Who asks AWS for a token of ECR. */
export class AwsAuth {
  /**
   * The IAM role of a ServiceAccount of each namespace (IRSA): the one that `WorkloadIdentity` makes.
   *
   * @throws RegcredError `service-account-name` where the name is not a DNS subdomain
   */
  public static serviceAccount(name: string): AwsAuth {
    return new AwsAuth({ jwt: { serviceAccountRef: serviceAccountRef(name) } });
  }

  /**
   * An access key in a Secret of each namespace.
   *
   * @throws RegcredError `secret-name` or `generator-auth` where a Secret or a key of it is none
   */
  public static accessKey(props: AwsAccessKeyProps): AwsAuth {
    requireOptions(
      props,
      "AwsAuth.accessKey({ accessKeyId: { name: 'aws', key: 'id' }, secretAccessKey: { name: 'aws', key: 'secret' } })",
    );
    const { accessKeyId, secretAccessKey, sessionToken } = props;
    return new AwsAuth({
      secretRef: {
        accessKeyIDSecretRef: secretKeyRef(accessKeyId),
        secretAccessKeySecretRef: secretKeyRef(secretAccessKey),
        ...(sessionToken && { sessionTokenSecretRef: secretKeyRef(sessionToken) }),
      },
    });
  }

  /** The operator itself: the role of its own ServiceAccount or of its node. */
  public static operator(): AwsAuth {
    return new AwsAuth(undefined);
  }

  /** @internal */
  public readonly _spec: Readonly<Record<string, unknown>>;

  private constructor(auth: Readonly<Record<string, unknown>> | undefined) {
    this._spec = auth === undefined ? {} : { auth };
  }
}
