import type { CheckedImage, CheckedPod } from './checked-cluster';
import type { ClusterModel } from './model/cluster-model';
import type { ObjectRef } from './model/object-ref';
import type { LoginContent, SecretModel } from './model/secret-model';

/** A Secret whose logins stand in a manifest. */
export interface LoginSecret extends SecretModel {
  readonly ref: ObjectRef;
  readonly content: LoginContent;
}

export function* loginSecretsIn(model: ClusterModel): Generator<LoginSecret> {
  for (const secret of model.secrets()) if (isLoginSecret(secret)) yield secret;
}

function isLoginSecret(secret: SecretModel): secret is LoginSecret {
  return secret.ref !== undefined && secret.content.state === 'logins';
}

/** The images that the kubelet tries each server key of a Secret for. */
export function imagesByKey(secret: SecretModel, users: readonly CheckedPod[]): ReadonlyMap<string, CheckedImage[]> {
  const images = new Map<string, CheckedImage[]>();
  for (const image of users.flatMap((pod) => pod.images)) {
    for (const { match, secret: from } of image.decision.logins) {
      if (from !== secret) continue;
      const others = images.get(match.serverKey);
      if (others === undefined) images.set(match.serverKey, [image]);
      else others.push(image);
    }
  }
  return images;
}
