import { RegcredError } from '../../error';
import type { PullSecret } from '../pull-secret';
import { requirePullSecrets } from '../require-entries';

/** Properties of `PullSecret.rotating`. */
export interface RotatingPullSecretProps {
  /** The pull secret with the credential of today, which the kubelet tries first. */
  readonly current: PullSecret;

  /** The pull secret with the credential before it, under a name of its own; outside of a rotation, with the same credential. */
  readonly previous: PullSecret;
}

/**
 * Refuses two pull secrets that cannot take turns.
 *
 * @throws RegcredError `pull-secret-rotation` where both have one name, `secret-immutable` where one cannot change
 */
export function checkRotation({ current, previous }: RotatingPullSecretProps): void {
  requirePullSecrets([current, previous], 'current and previous');
  if (current.name === previous.name) {
    throw new RegcredError(
      'pull-secret-rotation',
      `the current and the previous pull secret both have the name '${current.name}', and a Secret holds one of them: ` +
        `write name: '${current.name}-previous' for the previous one`,
    );
  }
  for (const { name, _strategy } of [current, previous]) {
    if (_strategy.immutable) {
      throw new RegcredError(
        'secret-immutable',
        `pull secret '${name}' is immutable, and a rotation updates it in place, which Kubernetes refuses for good: ` +
          `leave immutable out; a Secret that is immutable already has to be deleted and made again`,
      );
    }
  }
}
