import type * as Yaml from 'yaml';
import { RegcredError } from '../../error';
import { CredentialProvider, CredentialProviderConfig, ServiceAccountTokens } from '../../identity';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import { warn } from '../warn';

export interface KubeletFlags {
  readonly kubernetesVersion?: string;
  readonly defaultRoleArn?: string;
  readonly publicGallery?: boolean;
  readonly ibSniName?: string;
  readonly ibApiserverIp?: string;
  readonly projectId?: string;
  readonly location?: string;
  readonly cluster?: string;
}

/** The file on standard output, what its author should know on standard error. */
export function printKubeletConfig(providers: readonly string[], flags: KubeletFlags, io: CliIo): number {
  const { kubernetesVersion } = flags;
  const asked = providers.map(parseProvider);
  refuseForeignFlags(asked, flags);
  const config = CredentialProviderConfig.of(
    asked.map((provider) => MAKERS[provider.kind](provider, flags)),
    { kubernetesVersion },
  );
  for (const warning of config.warnings) warn(warning, io);
  const { stringify } = require('yaml') as typeof Yaml;
  // the kubelet reads YAML 1.1: a value such as `on` needs quotes
  io.stdout.write(stringify(config.toObject(), { schema: 'yaml-1.1', lineWidth: 0 }));
  return EXIT_CLEAN;
}

type ProviderKind = 'ecr' | 'acr' | 'gcp';

interface AskedProvider {
  readonly kind: ProviderKind;
  readonly tokens?: ServiceAccountTokens;
  readonly name?: string;
}

const PROVIDER = /^(ecr|acr|gcp)(?:=([a-z]+))?(?:@(.+))?$/;

function parseProvider(text: string): AskedProvider {
  const [, kind, use, name] = PROVIDER.exec(text.slice(0, 300)) ?? [];
  const tokens = Object.values(ServiceAccountTokens).find((known) => known === use);
  if (kind === undefined || tokens !== use) {
    throw new RegcredError(
      'cli-usage',
      `a provider is ecr, acr or gcp, with =off, =optional or =required and @NAME where it needs them: got '${text.slice(0, 300)}', ` +
        "write for example 'acr=off@acr-credential-provider-node'",
    );
  }
  return { kind: kind as ProviderKind, tokens, name };
}

const MAKERS: Readonly<Record<ProviderKind, (provider: AskedProvider, flags: KubeletFlags) => CredentialProvider>> = {
  ecr: ({ tokens, name }, { defaultRoleArn, publicGallery }) =>
    CredentialProvider.ecr({ tokens, name, defaultRoleArn, publicGallery }),
  acr: ({ tokens, name }, flags) => CredentialProvider.acr({ tokens, name, identityBindings: bindingsOf(flags) }),
  gcp: ({ tokens, name }, flags) => CredentialProvider.gcp({ tokens, name, cluster: clusterOf(flags) }),
};

function bindingsOf({ ibSniName: sniName, ibApiserverIp: apiServerIp }: KubeletFlags) {
  if (sniName !== undefined && apiServerIp !== undefined) return { sniName, apiServerIp };
  if (sniName === undefined && apiServerIp === undefined) return undefined;
  throw new RegcredError('cli-usage', 'identity bindings need both --ib-sni-name and --ib-apiserver-ip');
}

function clusterOf({ projectId, location, cluster: clusterName }: KubeletFlags) {
  if (projectId !== undefined && location !== undefined && clusterName !== undefined) {
    return { projectId, location, clusterName };
  }
  if (projectId === undefined && location === undefined && clusterName === undefined) return undefined;
  throw new RegcredError('cli-usage', 'a GKE cluster needs --project-id, --location and --cluster');
}

/** Whose each flag is, as the command line has them. */
const OWNERS: readonly (readonly [keyof KubeletFlags, string, ProviderKind])[] = [
  ['defaultRoleArn', '--default-role-arn', 'ecr'],
  ['publicGallery', '--public-gallery', 'ecr'],
  ['ibSniName', '--ib-sni-name', 'acr'],
  ['ibApiserverIp', '--ib-apiserver-ip', 'acr'],
  ['projectId', '--project-id', 'gcp'],
  ['location', '--location', 'gcp'],
  ['cluster', '--cluster', 'gcp'],
];

function refuseForeignFlags(asked: readonly AskedProvider[], flags: KubeletFlags): void {
  const foreign = OWNERS.find(
    ([flag, , owner]) => flags[flag] !== undefined && !asked.some(({ kind }) => kind === owner),
  );
  if (foreign === undefined) return;
  const [, flag, owner] = foreign;
  throw new RegcredError(
    'cli-usage',
    `${flag} is for the provider ${owner}, which is not asked for: add ${owner} or leave it out`,
  );
}
