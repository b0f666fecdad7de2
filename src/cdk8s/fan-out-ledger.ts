import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { RegcredError } from '../error';
import type { NamespaceSelector } from '../plan';
import { perApp } from './per-app';
import { warn } from './warn';

/** A fan-out of the app: what it writes, and where. */
interface Entry {
  readonly path: string;
  readonly secrets: readonly string[];
  readonly reach: NamespaceSelector;
  readonly sourceNamespace: string;
}

/** The fan-outs of one app: two of them must not write one Secret. */
export class FanOutLedger {
  /** The ledger of the app that a construct stands in. */
  public static readonly of = perApp((scope) => new FanOutLedger(scope.node.root));

  private readonly entries: Entry[] = [];
  private warned = false;

  private constructor(private readonly app: IConstruct) {}

  /**
   * Notes what a fan-out writes.
   *
   * @throws RegcredError `fan-out-conflict` where another one may write the same Secret in the same namespace
   */
  public claim(construct: Construct, { secrets, reach, sourceNamespace }: Omit<Entry, 'path'>): void {
    for (const other of this.entries) {
      const secret = secrets.find((name) => other.secrets.includes(name));
      if (secret === undefined || !reach._overlaps(other.reach)) continue;
      throw new RegcredError(
        'fan-out-conflict',
        `'${construct.node.path}' and '${other.path}' may both write Secret '${secret}' in one namespace, and would overwrite one another: ` +
          'give one of the pull secrets another name, or select by different values of one label',
      );
    }
    this.entries.push({ path: construct.node.path, secrets, reach, sourceNamespace });
  }

  /** Says, once, which fan-outs select none of the namespaces that the app makes: a label is easily misspelt. */
  public validate(): string[] {
    if (this.warned) return [];
    this.warned = true;
    const sources = this.entries.map(({ sourceNamespace }) => sourceNamespace);
    const made = this.app.node.findAll().filter((node): node is ApiObject => isNamespace(node));
    const namespaces = made.filter(({ name }) => !sources.includes(name));
    if (namespaces.length === 0) return [];
    for (const { path, reach } of this.entries) {
      if (namespaces.some(({ name, metadata }) => reach.selects(name, labelsOf(metadata.toJson())))) continue;
      const names = namespaces.slice(0, 3).map(({ name }) => name);
      warn(
        path,
        `selects none of the namespaces that this app makes (${names.join(', ')}${namespaces.length > 3 ? ', …' : ''}): ` +
          'are its labels written as the namespaces have them?',
      );
    }
    return [];
  }
}

function isNamespace(node: IConstruct): boolean {
  return ApiObject.isApiObject(node) && node.kind === 'Namespace' && node.apiGroup === 'core';
}

function labelsOf(metadata: { readonly labels?: Readonly<Record<string, string>> } | undefined) {
  return metadata?.labels ?? {};
}
