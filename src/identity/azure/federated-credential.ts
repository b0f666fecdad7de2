import { createHash } from 'node:crypto';
import { RegcredError, requireOptions } from '../../error';
import { AZURE_AUDIENCE, parseAudience } from '../audience';
import { OidcIssuer } from '../oidc-issuer';
import { shellLine } from '../shell-word';
import { type WorkloadAccountOptions, WorkloadAccounts } from '../workload-accounts';
import { parseAzureName } from './resource-name';

/** Which ServiceAccounts a managed identity or application trusts. */
export interface AzureFederatedCredentialOptions extends WorkloadAccountOptions {
  /** The cluster's issuer URL; that of AKS ends in a slash. */
  readonly issuer: string;
  /** Whom the tokens are for. @default 'api://AzureADTokenExchange' */
  readonly audience?: string;
}

/** Entra takes no more for one identity. @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
const MAX_PER_IDENTITY = 20;
const MAX_NAME = 120;

/** What tells Microsoft Entra to trust one ServiceAccount, for `RuntimeIdentity.azure` and for `PullIdentity.acr`. */
export class AzureFederatedCredential {
  /**
   * One for each namespace.
   *
   * @throws RegcredError `identity-oidc-issuer`, `identity-audience`, `identity-federated-credential-count` or `identity-namespaces`
   */
  public static forAccounts(options: AzureFederatedCredentialOptions): AzureFederatedCredential[] {
    requireOptions(
      options,
      "AzureFederatedCredential.forAccounts({ namespaces: ['payments'], serviceAccount: 'api', issuer })",
    );
    const issuer = parseIssuer(options.issuer);
    const audience = parseAudience(options.audience ?? AZURE_AUDIENCE);
    const accounts = WorkloadAccounts.of(options);
    const { namespaces, serviceAccount } = accounts;
    if (namespaces.length > MAX_PER_IDENTITY) {
      throw new RegcredError(
        'identity-federated-credential-count',
        `an identity takes at most ${MAX_PER_IDENTITY} federated credentials, and each namespace needs one: got ${namespaces.length}; ` +
          'use an identity for each group of namespaces',
      );
    }
    return namespaces.map((namespace) => {
      const name = credentialName(namespace, serviceAccount);
      return new AzureFederatedCredential(name, issuer.url, accounts.subjectIn(namespace), audience);
    });
  }

  private constructor(
    /** Name of the credential: 3 to 120 letters, digits and `-`. */
    public readonly name: string,
    /** The cluster's issuer URL. */
    public readonly issuer: string,
    /** The ServiceAccount, as `system:serviceaccount:NAMESPACE:NAME`. */
    public readonly subject: string,
    /** Whom the tokens are for. */
    public readonly audience: string,
  ) {}

  /** The credential as `az ad app federated-credential create --parameters` takes it. */
  public toObject(): { [key: string]: unknown } {
    const { name, issuer, subject, audience } = this;
    return { name, issuer, subject, audiences: [audience] };
  }

  /** The credential as JSON, indented by two. */
  public toJson(): string {
    return JSON.stringify(this.toObject(), null, 2);
  }

  /**
   * The `az` command that adds it to a managed identity, on one line.
   *
   * @param identityName - Name of the managed identity
   * @param resourceGroup - Name of its resource group
   * @throws RegcredError `identity-azure-name`
   */
  public command(identityName: string, resourceGroup: string): string {
    return shellLine(
      'az identity federated-credential create',
      ['--name', this.name],
      ['--identity-name', parseAzureName(identityName, 'identity name')],
      ['--resource-group', parseAzureName(resourceGroup, 'resource group')],
      ['--issuer', this.issuer],
      ['--subject', this.subject],
      ['--audiences', this.audience],
    );
  }
}

function parseIssuer(text: string): OidcIssuer {
  const issuer = OidcIssuer.parse(text);
  // Entra compares it with the token byte by byte
  if (issuer.withoutScheme.split('/', 1)[0]?.endsWith('.oic.prod-aks.azure.com') && !text.endsWith('/')) {
    throw new RegcredError(
      'identity-oidc-issuer',
      `OIDC issuer of AKS ends in a slash: got '${text}', write '${text}/'`,
    );
  }
  return issuer;
}

/** Readable where it fits, and never the same for two accounts: names may hold `-` themselves. */
function credentialName(namespace: string, serviceAccount: string): string {
  const digest = createHash('sha256').update(`${namespace}/${serviceAccount}`).digest('hex').slice(0, 8);
  const readable = `${namespace}-${serviceAccount}`.replaceAll('.', '-').slice(0, MAX_NAME - digest.length - 1);
  return `${readable}-${digest}`;
}
