import { dump } from 'js-yaml';
import { onlyEnvironment } from '../../../src/credential';
import type { KubernetesObject } from '../../../src/kubernetes';
import { COVERS_ANNOTATION } from '../../../src/kubernetes';
import { loginRenderer, PullSecret, planAccess } from '../../../src/plan';

export { PullSecret };

interface Options {
  readonly namespace?: string;
  readonly now?: Date;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a pull secret comes to in a namespace. */
export function documentsOf(secrets: PullSecret | PullSecret[], options: Options = {}): KubernetesObject[] {
  const { namespace = 'app1-ns', now = new Date('2026-11-23'), labels } = options;
  const pullSecrets = [secrets].flat();
  const intent = { namespaces: [namespace], pullSecrets, serviceAccounts: [], labels };
  return planAccess(intent, { render: loginRenderer(pullSecrets, onlyEnvironment({})), now }).flatMap(
    (plan) => plan.documents,
  );
}

/** The one document of a kind. */
// biome-ignore lint/suspicious/noExplicitAny: a document is whatever its kind says
export function documentOf(secret: PullSecret, kind: string, options?: Options): any {
  const [found, ...others] = documentsOf(secret, options).filter((document) => document.kind === kind);
  expect(others).toEqual([]);
  return found;
}

/** The server keys that a document says its Secret will hold. */
export function coversOf({ metadata }: KubernetesObject): string[] | undefined {
  return metadata.annotations?.[COVERS_ANNOTATION]?.split(', ');
}

/** Documents as they stand in a file, for inline snapshots. */
export function yamlOf(...documents: unknown[]): string {
  return documents.map((document) => dump(document, { lineWidth: -1 })).join('---\n');
}
