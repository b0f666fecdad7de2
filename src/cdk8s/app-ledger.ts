import type { App } from 'cdk8s';
import { ApiObject, Chart, YamlOutputType } from 'cdk8s';
import type { Construct } from 'constructs';
import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { perApp } from './per-app';

/** What this library has put into one app: the documents by identity, and the files that they will be written to. */
export class AppLedger {
  /** The ledger of the app that a construct stands in. */
  public static readonly of = perApp((scope) => new AppLedger(scope.node.root as App));

  private readonly documents = new Map<string, ApiObject>();
  private readonly objects = new WeakSet<ApiObject>();
  private readonly files = new Map<string, ApiObject>();
  private readonly collisions = new Map<YamlOutputType, string>();

  private constructor(private readonly app: App) {}

  /**
   * Makes one document a construct.
   *
   * @throws RegcredError where another construct of the app makes the same document
   */
  public emit(scope: Construct, document: KubernetesObject): ApiObject {
    const identity = identityOf(document);
    const other = this.documents.get(identity);
    if (other) throw madeTwice(document, other);
    const object = new ApiObject(scope, identity, document);
    this.documents.set(identity, object);
    this.objects.add(object);
    this.noteFile(object);
    return object;
  }

  /** Whether a document is one of ours. */
  public made(object: ApiObject): boolean {
    return this.objects.has(object);
  }

  /** Why the app's output would lose documents; nothing where it would not. */
  public validate(): string[] {
    const collision = this.collisions.get(this.app.yamlOutputType);
    return collision === undefined ? [] : [collision];
  }

  /** cdk8s names a resource's file by kind and name alone: the same name in a second namespace overwrites the first. */
  private noteFile(object: ApiObject): void {
    const file = `${object.kind}.${object.name}`;
    this.noteCollision(YamlOutputType.FILE_PER_RESOURCE, file, object);
    this.noteCollision(
      YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
      `${Chart.of(object).node.path}/${file}`,
      object,
    );
  }

  private noteCollision(type: YamlOutputType, file: string, object: ApiObject): void {
    const key = `${YamlOutputType[type]}:${file}`;
    const first = this.files.get(key);
    if (first === undefined) this.files.set(key, object);
    else if (!this.collisions.has(type)) this.collisions.set(type, collisionMessage(type, first, object));
  }
}

/** A construct's id that no other document has: a namespace holds no dot, and an id that starts with a letter keeps its place. */
function identityOf({ kind, metadata }: KubernetesObject): string {
  return [kind.toLowerCase(), metadata.namespace, metadata.name].filter((part) => part !== undefined).join('.');
}

function madeTwice({ kind, metadata }: KubernetesObject, other: ApiObject): RegcredError {
  const where = metadata.namespace === undefined ? '' : ` in namespace '${metadata.namespace}'`;
  const advice = kind === 'Namespace' ? 'set createNamespaces in one of them only' : 'give one of the two another name';
  return new RegcredError(
    kind === 'Namespace' ? 'namespace-duplicate' : 'secret-duplicate',
    `${kind} '${metadata.name}'${where} is made by '${other.node.path}' already: ${advice}`,
  );
}

function collisionMessage(type: YamlOutputType, first: ApiObject, second: ApiObject): string {
  const [a, b] = [first, second].map((object) => object.metadata.namespace);
  return (
    `YamlOutputType.${YamlOutputType[type]} would write ${first.kind} '${first.name}' of the namespaces '${a}' and '${b}' ` +
    `to one file and lose the first: use YamlOutputType.FILE_PER_CHART, ` +
    `or FOLDER_PER_CHART_FILE_PER_RESOURCE with a chart for each namespace`
  );
}
