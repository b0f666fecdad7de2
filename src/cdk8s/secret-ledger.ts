import type { ApiObject, ResolutionContext } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { RegcredError } from '../error';
import { DOCKER_CFG_TYPE, DOCKER_CONFIG_JSON_TYPE } from '../kubernetes';
import { AppLedger } from './app-ledger';
import { AppResolver, type DocumentGuard } from './app-resolver';
import { perApp } from './per-app';

/** A Secret that pods are told to pull with. */
interface Claim {
  readonly by: IConstruct;
  /** Whether one of our documents makes it. */
  readonly made: boolean;
}

const TYPES: readonly unknown[] = [DOCKER_CONFIG_JSON_TYPE, DOCKER_CFG_TYPE];

/** Every Secret that an app pulls with: each is made once, and has a type that the kubelet reads. */
export class SecretLedger implements DocumentGuard {
  /** The ledger of the app that a construct stands in. */
  public static readonly of = perApp((scope) => AppResolver.of(scope).addGuard(new SecretLedger()));

  private readonly claims = new Map<string, Claim>();

  private constructor() {}

  /**
   * Notes a Secret that a construct tells pods to pull with.
   *
   * @throws RegcredError `secret-duplicate` where another construct makes the Secret too, in whichever way
   */
  public claim(by: Construct, namespace: string, name: string, made: boolean): void {
    const key = `${namespace}/${name}`;
    const other = this.claims.get(key);
    if (other?.made && made) throw madeTwice(namespace, name, other.by);
    if (!other?.made) this.claims.set(key, { by, made });
  }

  /** Refuses a Secret of the app that is none to pull with, or that is made a second time. */
  public check({ obj, value }: ResolutionContext): void {
    // the metadata alone says no type
    if (obj.kind !== 'Secret' || value.apiVersion === undefined) return;
    const namespace = obj.metadata.namespace ?? 'default';
    const claim = this.claims.get(`${namespace}/${obj.name}`);
    if (claim === undefined || AppLedger.of(obj).made(obj)) return;
    const { type = 'Opaque' } = value;
    if (!TYPES.includes(type)) throw wrongType(obj, namespace, String(type), claim);
    if (claim.made) throw madeTwice(namespace, obj.name, obj);
  }
}

function madeTwice(namespace: string, name: string, other: IConstruct): RegcredError {
  return new RegcredError(
    'secret-duplicate',
    `Secret '${name}' in namespace '${namespace}' is made by '${other.node.path}' already, and the two would overwrite one another: ` +
      `give one of the pull secrets another name, or hold all logins in one`,
  );
}

function wrongType({ name, node }: ApiObject, namespace: string, type: string, { by }: Claim): RegcredError {
  return new RegcredError(
    'secret-type',
    `Secret '${name}' in namespace '${namespace}' has the type '${type}' at '${node.path}', and '${by.node.path}' pulls with it, ` +
      `which needs '${DOCKER_CONFIG_JSON_TYPE}': the type of a Secret cannot be changed, so where it is in the cluster already, ` +
      `delete it first or give the pull secret another name`,
  );
}
