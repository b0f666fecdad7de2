import { kindOf, RegcredError } from '../error';
import { PullIdentity } from './pull-identity';
import { RuntimeIdentity } from './runtime-identity';

/** The two identities of a workload, neither in the place of the other. */
export interface IdentityPair {
  readonly runtime: RuntimeIdentity;
  readonly pull: PullIdentity;
}

/** Takes what the author wrote, whatever it is, since JavaScript lets a pull identity stand where a runtime identity should. */
export function identityPair(
  runtime: unknown = RuntimeIdentity.none(),
  pull: unknown = PullIdentity.node(),
): IdentityPair {
  if (runtime instanceof PullIdentity) throw swapped('runtime', runtime.description, 'pull');
  if (pull instanceof RuntimeIdentity) throw swapped('pull', pull.description, 'runtime');
  if (!(runtime instanceof RuntimeIdentity))
    throw foreign('runtime', runtime, "RuntimeIdentity.eksIrsa({ roleArn: 'arn:aws:iam::111122223333:role/api' })");
  if (!(pull instanceof PullIdentity))
    throw foreign('pull', pull, "PullIdentity.ecr({ roleArn: 'arn:aws:iam::111122223333:role/api-pull' })");
  return { runtime, pull };
}

function swapped(prop: string, description: string, other: string): RegcredError {
  return new RegcredError(
    'identity-swapped',
    `${prop} is ${description}, which belongs to ${other}: runtime is who the container is once it runs; pull is whom the kubelet ` +
      `pulls its image as, before it exists; neither does the other's work: write { ${other}: ... }`,
  );
}

function foreign(prop: string, value: unknown, write: string): RegcredError {
  const [type] = write.split('.');
  return new RegcredError(
    'identity-swapped',
    `${prop} must be a ${type}: got ${kindOf(value)}, write for example ${write}`,
  );
}
