import { runtime } from '@pulumi/pulumi';
import type { MockMonitor } from '@pulumi/pulumi/runtime/mocks';
import { toPlain } from '../pulumi-engine/plugins/property-value';

/** A resource as the engine would be asked to register it. */
export interface Registered {
  /** `kubernetes:core/v1:Secret`. */
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Paths of what is secret. */
  readonly secrets: readonly string[];
  /** The name of the parent; `stack` for what hangs on it. */
  readonly parent: string;
  /** The names of what it depends on. */
  readonly dependsOn: readonly string[];
  readonly provider?: string;
  readonly deletedWith?: string;
  readonly ignoreChanges?: readonly string[];
  readonly protect?: true;
}

/** What a deployment with mocks is told beside its program. */
export interface MockOptions {
  readonly config?: Readonly<Record<string, string>>;
  readonly preview?: boolean;
}

/**
 * Runs a program against Pulumi's mocks; what it asked for, in the order of asking. Errors of inputs that are known later are for the tests
 * with the engine: here they would end as unhandled rejections.
 */
export async function deploy(
  program: () => unknown,
  { config = {}, preview = false }: MockOptions = {},
): Promise<Registered[]> {
  const registered: Registered[] = [];
  runtime.setAllConfig({ 'kubernetes:enableSecretMutable': 'true', ...config });
  await runtime.setMocks(
    {
      // an autonamed object gets its name from the provider
      newResource: ({ type, name, inputs }) => ({
        id: `${name}-id`,
        state: type.startsWith('kubernetes:') ? named(name, inputs) : inputs,
      }),
      call: ({ inputs }) => inputs,
    },
    'project',
    'stack',
    preview,
  );
  record(runtime.getMonitor() as unknown as MockMonitor, registered);
  let failure: unknown;
  await runtime.runInPulumiStack(async () => {
    try {
      await program();
    } catch (error) {
      failure = error; // Pulumi would wait for ever
    }
  });
  await runtime.disconnect(); // what was registered before a failure goes on by itself, and would meet the next mocks
  if (failure !== undefined) throw failure;
  return registered.filter(({ type }) => type !== 'pulumi:pulumi:Stack');
}

/** Notes each request: Pulumi's own mocks do not tell of parents and dependencies. */
function record(monitor: MockMonitor, registered: Registered[]): void {
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) => {
    const { value, secrets } = toPlain(request.getObject().toJavaScript());
    registered.push({
      type: request.getType(),
      name: request.getName(),
      inputs: value as Record<string, unknown>,
      secrets,
      parent: nameOf(request.getParent()) || 'stack',
      dependsOn: request.getDependenciesList().map(nameOf).sort(),
      provider: nameOf(request.getProvider()) || undefined,
      ...(request.getDeletedwith() && { deletedWith: nameOf(request.getDeletedwith()) }),
      ...(request.getIgnorechangesList().length > 0 && { ignoreChanges: request.getIgnorechangesList() }),
      ...(request.getProtect() && { protect: true }),
    });
    return register(request, callback);
  };
}

/** `payments` of `urn:pulumi:stack::project::kubernetes:core/v1:Namespace::payments`. */
function nameOf(urn: string): string {
  const [, , type, name = ''] = urn.split('::');
  return type === 'pulumi:pulumi:Stack' ? 'stack' : name;
}

function named(name: string, inputs: Record<string, unknown>): Record<string, unknown> {
  const { metadata } = inputs as { metadata?: object };
  return { ...inputs, metadata: { name: `${name}-4711`, ...metadata } };
}

/** The resources of a type, such as `Secret`. */
export function ofKind(registered: readonly Registered[], kind: string): Registered[] {
  return registered.filter(({ type }) => type.endsWith(`:${kind}`));
}
