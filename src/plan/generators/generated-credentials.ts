import { requireOptions } from '../../error';
import type { ICredentials } from '../../registry';
import type { AcrTokenProps } from './acr';
import { acr } from './acr';
import type { CloudsmithTokenProps } from './cloudsmith';
import { cloudsmith } from './cloudsmith';
import type { EcrTokenProps } from './ecr';
import { ecr } from './ecr';
import type { Generator } from './generator';
import type { GitHubTokenProps } from './github';
import { github } from './github';
import type { GitLabTokenProps } from './gitlab';
import { gitlab } from './gitlab';
import type { GoogleTokenProps } from './google';
import { google } from './google';
import type { QuayTokenProps } from './quay';
import { quay } from './quay';

/**
 * A login with short-lived tokens that a generator of the External Secrets Operator asks a vendor for, again and again.
 *
 * @example
 * Registry.ecr({ account: '111122223333', region: 'eu-central-1' })
 *   .login(GeneratedCredentials.ecr({ auth: AwsAuth.serviceAccount('ecr-puller') }));
 *
 * @see https://external-secrets.io/latest/guides/generator/
 */
export class GeneratedCredentials implements ICredentials {
  /** Tokens of a private registry of AWS or of its public one; they live 12 hours. */
  public static ecr(props: EcrTokenProps): GeneratedCredentials {
    requireOptions(props, 'GeneratedCredentials.ecr({ auth: AwsAuth.operator() })');
    return new GeneratedCredentials(ecr(props));
  }

  /**
   * Access tokens for Google Artifact Registry and Container Registry; they live an hour.
   *
   * @throws RegcredError `generator-auth` where the project is missing
   */
  public static google(props: GoogleTokenProps): GeneratedCredentials {
    requireOptions(props, "GeneratedCredentials.google({ projectId: 'acme-prod', auth: GoogleAuth.keyFile(…) })");
    return new GeneratedCredentials(google(props));
  }

  /**
   * Tokens of an Azure Container Registry. Microsoft documents 3 hours of life, and 75 minutes have been measured.
   *
   * @throws RegcredError `generator-auth` where a service principal has no tenant
   */
  public static acr(props: AcrTokenProps): GeneratedCredentials {
    requireOptions(props, "GeneratedCredentials.acr({ auth: AzureAuth.workloadIdentity('acr-puller') })");
    return new GeneratedCredentials(acr(props));
  }

  /**
   * Tokens of a federated robot account of Quay; they live an hour.
   *
   * @throws RegcredError `generator-auth` where the robot account is missing
   */
  public static quay(props: QuayTokenProps): GeneratedCredentials {
    requireOptions(props, "GeneratedCredentials.quay({ robotAccount: 'acme+puller', serviceAccount: 'quay-puller' })");
    return new GeneratedCredentials(quay(props));
  }

  /**
   * Tokens of a GitHub App; they live an hour.
   *
   * Such tokens have been seen to log in, and then not to pull private packages that are linked to a repository: try yours before you rely on it.
   *
   * @throws RegcredError `generator-auth` where the App or its installation is missing
   */
  public static github(props: GitHubTokenProps): GeneratedCredentials {
    requireOptions(
      props,
      "GeneratedCredentials.github({ appId: '123456', installationId: '7890123', privateKey: { name: 'app', key: 'pem' } })",
    );
    return new GeneratedCredentials(github(props));
  }

  /**
   * Deploy tokens of GitLab with the scope `read_registry`; each lives until the next refresh.
   *
   * @throws RegcredError `generator-auth` unless exactly one of `group` and `project` is given
   */
  public static gitlab(props: GitLabTokenProps): GeneratedCredentials {
    requireOptions(props, "GeneratedCredentials.gitlab({ group: 'acme', token: { name: 'gitlab', key: 'token' } })");
    return new GeneratedCredentials(gitlab(props));
  }

  /**
   * Tokens of a federated service account of Cloudsmith; they live two hours.
   *
   * @throws RegcredError `generator-auth` where the organisation or the service is missing
   */
  public static cloudsmith(props: CloudsmithTokenProps): GeneratedCredentials {
    requireOptions(
      props,
      "GeneratedCredentials.cloudsmith({ organization: 'acme', service: 'puller', serviceAccount: 'cloudsmith-puller' })",
    );
    return new GeneratedCredentials(cloudsmith(props));
  }

  /** What makes the tokens, for messages. */
  public readonly description: string;

  /** @internal */
  public readonly _generator: Generator;

  private constructor(generator: Generator) {
    this.description = `tokens of the generator ${generator.kind}`;
    this._generator = generator;
  }

  /** For messages. */
  public toString(): string {
    return this.description;
  }
}
