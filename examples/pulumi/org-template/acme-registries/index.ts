// What the platform team of Acme publishes: a team's namespaces, with access to the company's registries.
import { Namespace } from '@pulumi/kubernetes/core/v1';
import { ComponentResource, type ComponentResourceOptions, mergeOptions } from '@pulumi/pulumi';
import {
  InputCredentials,
  PrivateRegistryAccess,
  PullSecret,
  podDefaults,
  Registry,
  ServiceAccountBinding,
} from 'regcred/pulumi';

export interface AcmeTeamArgs {
  /** Name of the team; its namespaces are `NAME-COMPONENT`. */
  readonly team: string;
  /** Components of the team, each with a namespace of its own. */
  readonly components: readonly string[];
}

/** The namespaces of a team: each pulls from Acme's part of GHCR and from the company's Harbor, as the account `app`. */
export class AcmeTeam extends ComponentResource {
  /** The namespaces by component. */
  readonly namespaces: Readonly<Record<string, Namespace>>;

  constructor(name: string, { team, components }: AcmeTeamArgs, opts: ComponentResourceOptions = {}) {
    // whoever makes a workload with `parent: team` gets the account of the team
    const transforms = [podDefaults([], { serviceAccountName: 'app' })];
    super('acme:index:Team', name, {}, mergeOptions(opts, { transforms }));
    const namespaces = components.map((component) => {
      const metadata = { name: `${team}-${component}`, labels: { 'acme.com/team': team } };
      return [component, new Namespace(metadata.name, { metadata }, { parent: this })] as const;
    });
    this.namespaces = Object.fromEntries(namespaces);

    new PrivateRegistryAccess(
      name,
      {
        namespaces: Object.values(this.namespaces),
        pullSecrets: [
          PullSecret.fromLogins({
            name: 'acme-registries',
            logins: [
              Registry.ghcr({ owner: 'acme' }).login(
                InputCredentials.fromConfig({ prefix: 'ghcr', namespace: 'acme' }),
              ),
              Registry.harbor({ host: 'harbor.acme.com' }).login(
                InputCredentials.fromConfig({ prefix: 'harbor', namespace: 'acme' }),
              ),
            ],
          }),
        ],
        serviceAccounts: [ServiceAccountBinding.create({ name: 'app' })],
        labels: { 'acme.com/team': team },
      },
      { parent: this },
    );
    this.registerOutputs();
  }
}
