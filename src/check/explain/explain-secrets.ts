import type { KeyExplanation } from '../../keyring';
import type { ClusterModel } from '../model/cluster-model';
import type { SecretModel } from '../model/secret-model';
import { OpaqueSecret } from '../opaque-secret';
import type { PullContext } from '../pull-context';
import { serverKeyText } from '../shown-text';
import { KEY_SENTENCES } from './key-sentence';
import type { ExplainedKey, ExplainedSecret } from './pull-explanation';

/** What the kubelet makes of each pull secret of a list when it looks for an image. */
export function explainSecrets(context: PullContext, image: string, model: ClusterModel): ExplainedSecret[] {
  const keys = context.keyring.explain(image);
  // the keyring counts only the Secrets that it could read
  const read = context.secrets.filter(({ content }) => content.state === 'logins');
  return context.named.flatMap(({ name, secrets }) => {
    if (secrets.length === 0) return [{ name, note: absence(name, context.namespace, model), keys: [] }];
    return secrets.map((secret) => {
      const index = read.indexOf(secret);
      return {
        name,
        note: noteOf(secret, model),
        keys: keys.filter(({ configIndex }) => configIndex === index).map(explainKey),
      };
    });
  });
}

function explainKey({ serverKey, username, order, reason, suggestion }: KeyExplanation): ExplainedKey {
  return { serverKey, username, order, why: KEY_SENTENCES[reason], suggestion };
}

function absence(name: string, namespace: string, model: ClusterModel): string {
  const others = model.namespacesWith(name);
  const elsewhere =
    others.length > 0 ? `; namespace '${others.join("', '")}' has one, but a pod reads only its own` : '';
  return `not in namespace '${namespace}': the kubelet passes over it${elsewhere}`;
}

function noteOf(secret: SecretModel, model: ClusterModel): string | undefined {
  const { content, ref } = secret;
  switch (content.state) {
    case 'logins':
      return content.config.entries.length === 0 ? 'holds no login' : undefined;
    case 'malformed':
      return `does not decode, so nothing of the pod is pulled: ${content.reason}`;
    case 'ignored':
      return `ignored: ${content.reason}`;
    case 'opaque': {
      const { copy, serverKeys } = new OpaqueSecret(secret, content, model);
      const maker =
        ref === undefined ? 'declared to be in the cluster' : `made in the cluster by ${ref.kind} '${ref.name}'`;
      const covers =
        serverKeys === undefined
          ? 'which does not say what it holds'
          : `for ${serverKeys.map(serverKeyText).join(', ') || 'nothing'}`;
      return `${copy ?? maker}, ${covers}`;
    }
  }
}
