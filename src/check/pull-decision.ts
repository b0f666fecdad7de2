import type { KeyringMatch } from '../keyring';
import type { SecretModel } from './model/secret-model';
import { serverKeyText } from './shown-text';
import type { TriedCredential, Verdict } from './verdict';

/** What the kubelet does with one image, given the Secrets that the pod ends up with. */
export interface PullDecision {
  readonly verdict: Verdict;
  /** One sentence. */
  readonly why: string;
  readonly tried: readonly TriedCredential[];
  /** The logins that it tries, in its order, each with its Secret. */
  readonly logins: readonly MatchedLogin[];
}

export interface MatchedLogin {
  readonly match: KeyringMatch;
  readonly secret: SecretModel;
}

const NONE: readonly never[] = Object.freeze([]);

/** A decision without a login. */
export function decide(verdict: Verdict, why: string): PullDecision {
  return { verdict, why, tried: NONE, logins: NONE };
}

/** The decision for logins that match. */
export function decideLogins(logins: readonly MatchedLogin[]): PullDecision {
  const tried = logins.map(({ match, secret }) => ({ secret: secret.name, serverKey: serverKeyText(match.serverKey) }));
  const [first, ...others] = tried;
  const then = others.length === 0 ? '' : `, then with ${others.length} more`;
  return {
    verdict: 'credential',
    why: `the kubelet logs in with the key '${first?.serverKey}' of Secret '${first?.secret}'${then}`,
    tried,
    logins,
  };
}
