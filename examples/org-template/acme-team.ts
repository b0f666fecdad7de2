// What the platform team of Acme exports: a team's namespaces, with access to the company's registries.
import { Construct } from 'constructs';
import { Credentials, PodDefaults, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from 'regcred';

/** The stages that each team of Acme has. */
const STAGES = ['dev', 'test', 'prod'];

export interface AcmeTeamProps {
  /** Name of the team; its namespaces are `NAME-STAGE`, or `NAME-COMPONENT-STAGE`. */
  readonly team: string;

  /**
   * Components with namespaces of their own.
   *
   * @default - one namespace a stage
   */
  readonly components?: string[];
}

/** The namespaces of a team: each pulls from Acme's part of GHCR and from the company's Harbor, as the account `app`. */
export class AcmeTeam extends Construct {
  readonly namespaces: string[];

  constructor(scope: Construct, id: string, { team, components }: AcmeTeamProps) {
    super(scope, id);
    const names = components?.map((component) => `${team}-${component}`) ?? [team];
    this.namespaces = names.flatMap((name) => STAGES.map((stage) => `${name}-${stage}`));

    new PrivateRegistryAccess(scope, `${id}-pull`, {
      namespaces: this.namespaces,
      createNamespaces: true,
      pullSecrets: [
        PullSecret.fromLogins({
          name: 'acme-registries',
          logins: [
            Registry.ghcr({ owner: 'acme' }).login(Credentials.fromEnvironment({ prefix: 'GHCR' })),
            Registry.harbor({ host: 'harbor.acme.com' }).login(Credentials.fromEnvironment({ prefix: 'HARBOR' })),
          ],
        }),
      ],
      serviceAccounts: [ServiceAccountBinding.patchDefault(), ServiceAccountBinding.create({ name: 'app' })],
      labels: { 'acme.com/team': team },
    });
    PodDefaults.of(scope).add({ serviceAccountName: 'app' });
  }
}
