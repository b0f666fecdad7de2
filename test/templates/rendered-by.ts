import type { KubernetesObject } from '../../src/kubernetes';
import type { Question, Source } from './go-program';

export interface Login {
  readonly username: string;
  readonly password: string;
}

interface ExternalSecretSpec {
  readonly target: { readonly template: { readonly data: Readonly<Record<string, string>> } };
  readonly data?: readonly { readonly secretKey: string }[];
  readonly dataFrom?: readonly DataFrom[];
}

interface DataFrom {
  readonly sourceRef: { readonly generatorRef: { readonly kind: string } };
  readonly rewrite?: readonly { readonly regexp: { readonly source: string; readonly target: string } }[];
}

interface VaultSpec {
  readonly destination: {
    readonly transformation: { readonly templates: Readonly<Record<string, { readonly text: string }>> };
  };
}

/** What a document has rendered by its operator, where the store or the vendor answers everything with one login. */
export function questionOf({ kind, spec }: KubernetesObject, login: Login): Question {
  const key = '.dockerconfigjson';
  if (kind === 'VaultStaticSecret') {
    const { templates } = (spec as VaultSpec).destination.transformation;
    const values = { ...login, 'ngc "key"': login.password };
    return { engine: 'vault-secrets', template: templates[key]?.text ?? '', sources: [{ values }] };
  }
  const { target, data = [], dataFrom = [] } = spec as ExternalSecretSpec;
  return {
    engine: 'external-secrets',
    template: target.template.data[key] ?? '',
    sources: [fetched(data, login), ...dataFrom.map((from) => generated(from, login))],
  };
}

function fetched(data: readonly { readonly secretKey: string }[], { username, password }: Login): Source {
  const value = (secretKey: string) => (secretKey.startsWith('username') ? username : password);
  return { values: Object.fromEntries(data.map(({ secretKey }) => [secretKey, value(secretKey)])) };
}

function generated({ sourceRef, rewrite }: DataFrom, login: Login): Source {
  return { values: outputsOf(sourceRef.generatorRef.kind, login), rewrite: rewrite?.[0]?.regexp };
}

/** The outputs of the operator's generators. */
function outputsOf(kind: string, { username, password }: Login): Record<string, string> {
  switch (kind) {
    case 'QuayAccessToken':
    case 'CloudsmithAccessToken':
      return { auth: Buffer.from(`${username}:${password}`).toString('base64'), expiry: '1' };
    case 'GithubAccessToken':
      return { token: password };
    case 'GitlabDeployToken':
      return { username, token: password };
    default:
      return { username, password, expires_at: '1' };
  }
}
