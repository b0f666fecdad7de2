import { requireOptions } from '../error';
import { parseNamespaceName, parseSecretName, REFLECTS, REPLICATE_FROM, SECRETGEN_PULL_SECRET } from '../kubernetes';

/** The Secret that is copied. */
export interface SourceSecretProps {
  /** Its namespace. */
  readonly namespace: string;

  /** Its name. */
  readonly name: string;
}

/** What fills a Secret that stands empty in the manifests. */
export class PlaceholderSource {
  /**
   * The reflector copies a Secret whose own annotations allow it.
   *
   * @see https://github.com/emberstack/kubernetes-reflector
   * @throws RegcredError `namespace-name` or `secret-name` where a name is none
   */
  public static reflector(props: SourceSecretProps): PlaceholderSource {
    requireOptions(props, "PlaceholderSource.reflector({ namespace: 'regcred-system', name: 'regcred' })");
    return PlaceholderSource.copyOf(REFLECTS, props);
  }

  /**
   * The replicator copies a Secret whose own annotations allow it.
   *
   * @see https://github.com/mittwald/kubernetes-replicator
   * @throws RegcredError `namespace-name` or `secret-name` where a name is none
   */
  public static replicator(props: SourceSecretProps): PlaceholderSource {
    requireOptions(props, "PlaceholderSource.replicator({ namespace: 'regcred-system', name: 'regcred' })");
    return PlaceholderSource.copyOf(REPLICATE_FROM, props);
  }

  /**
   * The secretgen-controller writes all registry logins together that are exported to the namespace.
   *
   * @see https://github.com/carvel-dev/secretgen-controller/blob/develop/docs/secret-export.md
   */
  public static secretgen(): PlaceholderSource {
    return new PlaceholderSource({ [SECRETGEN_PULL_SECRET]: '' });
  }

  private static copyOf(annotation: string, { namespace, name }: SourceSecretProps): PlaceholderSource {
    parseNamespaceName(namespace);
    parseSecretName(name);
    return new PlaceholderSource({ [annotation]: `${namespace}/${name}` }, namespace, name);
  }

  /** @internal */
  public readonly _annotations: Readonly<Record<string, string>>;

  /** @internal */
  public readonly _namespace?: string;

  /** @internal */
  public readonly _name?: string;

  private constructor(annotations: Readonly<Record<string, string>>, namespace?: string, name?: string) {
    this._annotations = annotations;
    this._namespace = namespace;
    this._name = name;
  }
}
