import { ComponentResource, type ComponentResourceOptions, type Input } from '@pulumi/pulumi';
import { InputCredentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred/pulumi';

/** One entry of the pull secret. */
export interface RegistryLogin {
  /** Host of the registry, with a path where the login is for a part of it: `ghcr.io/acme/`. */
  server: string;
  /** User name. */
  username: Input<string>;
  /** Password or token; it is kept secret, whether it comes as a secret or not. */
  password: Input<string>;
}

/** Arguments of `RegistryAccess`. */
export interface RegistryAccessArgs {
  /** Names of the namespaces whose pods pull from private registries. */
  namespaces: string[];
  /** What the pull secret of each namespace holds. */
  logins: RegistryLogin[];
  /** Name of the Secret; `regcred` where none is given. */
  secretName?: string;
  /** Names of service accounts that are made and bound in each namespace. */
  createServiceAccounts?: string[];
  /** Names of service accounts that somebody else makes, such as `default`, and that are bound by server-side apply. */
  patchServiceAccounts?: string[];
  /** Whether the namespaces are made here. */
  createNamespaces?: boolean;
}

/** Access to private registries for the pods of some namespaces: the pull secrets, and the service accounts that list them. */
export class RegistryAccess extends ComponentResource {
  /** Name of the Secret, for `imagePullSecrets` of pods. */
  public readonly secretName: string;

  public constructor(name: string, args: RegistryAccessArgs, opts?: ComponentResourceOptions) {
    super('regcred:index:RegistryAccess', name, {}, opts); // no arguments: the engine would record a plain password
    this.secretName = args.secretName ?? 'regcred';
    new PrivateRegistryAccess(
      name,
      {
        namespaces: args.namespaces,
        createNamespaces: args.createNamespaces,
        pullSecrets: [
          PullSecret.fromLogins({
            name: this.secretName,
            logins: args.logins.map(({ server, username, password }) =>
              Registry.custom(server).login(InputCredentials.of({ username, password })),
            ),
          }),
        ],
        serviceAccounts: [
          ...(args.createServiceAccounts ?? []).map((account) => ServiceAccountBinding.create({ name: account })),
          ...(args.patchServiceAccounts ?? []).map((account) => ServiceAccountBinding.patch({ name: account })),
        ],
        podDefaults: false, // the workloads are made by another process
      },
      { parent: this },
    );
    this.registerOutputs({ secretName: this.secretName });
  }
}
