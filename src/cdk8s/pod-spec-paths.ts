import type { ApiObject } from 'cdk8s';
import { requireString } from '../error';
import type { CustomKind } from '../manifest';
import { parseCustomKind, podSpecPathOf } from '../manifest';
import type { CustomKindProps } from './custom-kind';
import { perApp } from './per-app';

/** Where the documents of one app keep their pod specs. */
export class PodSpecPaths {
  /** The paths of the app that a construct stands in. */
  public static readonly of = perApp(() => new PodSpecPaths());

  private readonly kinds: CustomKind[] = [];
  /** cdk8s asks for every value of a document, and so this is looked up once a document. */
  private current?: { readonly obj: ApiObject; readonly path?: readonly string[] };

  private constructor() {}

  /** The custom resources that are known to keep a pod spec. */
  public get customKinds(): readonly CustomKind[] {
    return this.kinds;
  }

  /** Tells where a custom resource keeps its pod spec. @throws RegcredError `manifest-custom-kind` */
  public register({ apiGroup, kind, podSpecPath = 'spec.template.spec' }: CustomKindProps): void {
    requireString(apiGroup, 'manifest-custom-kind', 'apiGroup of a custom kind', "one such as 'argoproj.io'");
    this.kinds.push(parseCustomKind(`${apiGroup}/${kind}=${podSpecPath}`));
  }

  /** The path of a document's pod specs; none where it holds none. */
  public pathOf(obj: ApiObject): readonly string[] | undefined {
    if (this.current?.obj !== obj) {
      this.current = { obj, path: podSpecPathOf(obj.apiVersion, obj.kind, this.kinds) };
    }
    return this.current.path;
  }
}

/** Whether a key is what a path says, `*` being any part. */
export function isAt(key: readonly string[], path: readonly string[]): boolean {
  return key.length === path.length && path.every((part, i) => part === '*' || part === key[i]);
}
