// The package that the platform team publishes: a chart for each team, and the guardrails of the cluster.
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { PolicyMode, PrivateRegistryAccess, RegistryPolicy } from 'regcred';

/** Registries that every team may pull from beside the company's own. */
const PUBLIC_REGISTRIES = ['registry.k8s.io', 'docker.io/library'];

/** A team's chart: what stands in it pulls from Acme's registries. */
export class AcmeTeamChart extends Chart {
  readonly access: PrivateRegistryAccess;

  /** @param team an entry of `access` in regcred.yaml */
  constructor(scope: Construct, team: string) {
    super(scope, team);
    this.access = PrivateRegistryAccess.fromConfig(this, 'pull', {
      file: join(__dirname, 'regcred.yaml'),
      access: team,
    });
  }
}

/** What no pod of the cluster may do; version 3 will enforce it. */
export class AcmeGuardrails extends Chart {
  constructor(scope: Construct) {
    super(scope, 'guardrails');
    new RegistryPolicy(this, 'policy', {
      name: 'acme-images',
      allowedImages: ['ghcr.io/acme', 'harbor.acme.com', ...PUBLIC_REGISTRIES],
      refuseLatest: true,
      mode: PolicyMode.WARN,
    });
  }
}
