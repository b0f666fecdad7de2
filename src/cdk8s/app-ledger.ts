import type { App } from 'cdk8s';
import { ApiObject, Chart, JsonPatch, YamlOutputType } from 'cdk8s';
import type { Construct } from 'constructs';
import { RegcredError } from '../error';
import type { KubernetesObject } from '../kubernetes';
import { chartSizeFaults } from './chart-size';
import { namespacesMadeTwice } from './namespaces-made-twice';
import { perApp } from './per-app';

/** A document, and the construct that it became. */
interface Emitted {
  readonly document: KubernetesObject;
  readonly object: ApiObject;
}

/** What this library has put into one app: the documents by identity, and the files that they will be written to. */
export class AppLedger {
  /** The ledger of the app that a construct stands in. */
  public static readonly of = perApp((scope) => new AppLedger(scope.node.root as App));

  private readonly documents = new Map<string, Emitted>();
  private readonly objects = new WeakSet<ApiObject>();
  private readonly files = new Map<string, ApiObject>();
  /** Looked for once for each app, as cdk8s asks once for each chart. */
  private madeTwice?: readonly string[];
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
    if (other) throw madeTwice(document, other.object);
    const object = new ApiObject(scope, identity, document);
    // a chart's namespace is for what lives in one
    if (document.metadata.namespace === undefined && Chart.of(scope).namespace !== undefined) {
      object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
    this.documents.set(identity, { document, object });
    this.objects.add(object);
    this.noteFile(object);
    return object;
  }

  /**
   * Makes one document a construct, or finds the one that another construct made: for what several of them need alike.
   *
   * @throws RegcredError `object-conflict` where the two differ
   */
  public share(scope: Construct, document: KubernetesObject): ApiObject {
    const known = this.documents.get(identityOf(document));
    if (known === undefined) return this.emit(scope, document);
    if (JSON.stringify(known.document) !== JSON.stringify(document)) throw differing(document, known.object);
    return known.object;
  }

  /** Whether a document is one of ours. */
  public made(object: ApiObject): boolean {
    return this.objects.has(object);
  }

  /** Why the app's output would lose documents, or not be written at all; nothing where all is well. */
  public validate(): string[] {
    const collision = this.collisions.get(this.app.yamlOutputType);
    this.madeTwice ??= namespacesMadeTwice(this.app, this.namespaces());
    return [...(collision === undefined ? [] : [collision]), ...chartSizeFaults(this.app), ...this.madeTwice];
  }

  private namespaces(): ReadonlyMap<string, ApiObject> {
    const objects = [...this.documents.values()].map(({ object }) => object);
    return new Map(objects.filter(({ kind }) => kind === 'Namespace').map((object) => [object.name, object]));
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

function madeTwice(document: KubernetesObject, other: ApiObject): RegcredError {
  const message = madeAlready(document, other);
  if (document.kind === 'Namespace') {
    return new RegcredError('namespace-duplicate', `${message}: set createNamespaces in one of them only`);
  }
  // a Secret, or what makes one: ExternalSecret, SealedSecret, VaultStaticSecret
  const code = document.kind.endsWith('Secret') ? 'secret-duplicate' : 'object-conflict';
  return new RegcredError(code, `${message}: give one of the two another name`);
}

function differing(document: KubernetesObject, other: ApiObject): RegcredError {
  return new RegcredError(
    'object-conflict',
    `${madeAlready(document, other)} and differs, so that one would overwrite the other: give both constructs the same options, ` +
      'or another service account',
  );
}

function madeAlready({ kind, metadata }: KubernetesObject, { node }: ApiObject): string {
  const where = metadata.namespace === undefined ? '' : ` in namespace '${metadata.namespace}'`;
  return `${kind} '${metadata.name}'${where} is made by '${node.path}' already`;
}

function collisionMessage(type: YamlOutputType, first: ApiObject, second: ApiObject): string {
  const [a, b] = [first, second].map((object) => object.metadata.namespace);
  return (
    `YamlOutputType.${YamlOutputType[type]} would write ${first.kind} '${first.name}' of the namespaces '${a}' and '${b}' ` +
    `to one file and lose the first: use YamlOutputType.FILE_PER_CHART, ` +
    `or FOLDER_PER_CHART_FILE_PER_RESOURCE with a chart for each namespace`
  );
}
