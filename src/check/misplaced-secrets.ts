import type { ClusterModel } from './model/cluster-model';
import type { ServiceAccountModel } from './model/service-account-model';

/** A pull secret in the wrong field of a ServiceAccount. */
export interface MisplacedSecret {
  readonly name: string;
  /** Its index in `secrets`. */
  readonly index: number;
}

/** The pull secrets that a ServiceAccount has under `secrets` and not under `imagePullSecrets`. */
export function misplacedSecrets(
  { ref, secrets, pullSecrets }: ServiceAccountModel,
  model: ClusterModel,
): MisplacedSecret[] {
  return [...secrets.entries()]
    .filter(([, name]) => !pullSecrets.includes(name) && isPullSecret(ref.namespace, name, model))
    .map(([index, name]) => ({ index, name }));
}

function isPullSecret(namespace: string, name: string, model: ClusterModel): boolean {
  return model
    .secretsNamed(namespace, name)
    .some(({ content, ref }) => content.state !== 'ignored' && ref !== undefined);
}
