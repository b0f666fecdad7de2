import { RegcredError, requireOptions, requireString } from '../error';
import { ECR_PARTITIONS, type EcrPartition } from './ecr-partitions';
import type { EcrOptions } from './registry-options';

const ACCOUNT = /^[0-9]{12}$/;
const REGION = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;
const SUFFIX = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const HOST = /^([^.]+)\.dkr([.-])ecr(-fips)?\.([^.]+)\.(.+)$/;
const SUFFIXES = new Set(ECR_PARTITIONS.flatMap(({ suffix, dualStackSuffix = suffix }) => [suffix, dualStackSuffix]));

/** The host of a private registry of AWS. */
export function ecrHost(options: EcrOptions): string {
  const {
    account,
    region,
    endpointSuffix,
    fips = false,
    dualStack = false,
  } = requireOptions(options, "Registry.ecr({ account: '111122223333', region: 'eu-central-1' })");
  requireString(
    account,
    'registry-host',
    'account',
    "the 12 digits of an AWS account in quotes, such as '111122223333'",
  );
  requireString(region, 'registry-host', 'region', "one such as 'eu-central-1'");
  if (!ACCOUNT.test(account)) {
    throw new RegcredError('registry-host', `account must be the 12 digits of an AWS account: got '${account}'`);
  }
  const lower = region.toLowerCase();
  if (region !== lower && REGION.test(lower)) throw noRegion(region, `, write '${lower}'`);
  const suffix = endpointSuffix === undefined ? suffixOf(options) : parseSuffix(endpointSuffix);
  if (!REGION.test(region)) throw noRegion(region);
  return `${account}.${dualStack ? 'dkr-ecr' : 'dkr.ecr'}${fips ? '-fips' : ''}.${region}.${suffix}`;
}

/** Account and region of a private registry of AWS; nothing for any other host. Each form of the host has them: classic, FIPS, dual-stack. */
export function ecrPlaceOf(host: string): { readonly account: string; readonly region: string } | undefined {
  const [, account = '', , , region] = HOST.exec(host) ?? [];
  return region !== undefined && ACCOUNT.test(account) ? { account, region } : undefined;
}

/** What is wrong with a host that looks like one of ECR, and the host that is right if it can be told. */
export interface EcrFault {
  readonly why: string;
  readonly host?: string;
}

/** Looks at a lower-case host: nothing to say where it is none of ECR or right. */
export function ecrFault(host: string): EcrFault | undefined {
  const [, account, separator, fips, region, suffix] = HOST.exec(host) ?? [];
  if (account === undefined || region === undefined || suffix === undefined) return undefined;
  if (!SUFFIXES.has(suffix) && !suffix.startsWith('amazonaws.')) return undefined;
  try {
    const right = ecrHost({ account, region, fips: fips !== undefined, dualStack: separator === '-' });
    return right === host ? undefined : { why: `is no host of ECR: region ${region} has another one`, host: right };
  } catch (error) {
    if (error instanceof RegcredError) return { why: `is no host of ECR: ${error.message}` };
    throw error;
  }
}

function suffixOf({ region, fips = false, dualStack = false }: EcrOptions): string {
  const partition = ECR_PARTITIONS.find(({ regions }) => regions.includes(region));
  if (!partition) throw new RegcredError('registry-host', unknownRegion(region));
  if (fips && !partition.fipsRegions.includes(region)) throw missing('FIPS', region, fipsRegions());
  const suffix = dualStack ? partition.dualStackSuffix : partition.suffix;
  if (suffix === undefined) throw missing('dual-stack', region, dualStackPartitions());
  return suffix;
}

function parseSuffix(text: string): string {
  requireString(text, 'registry-host', 'endpointSuffix', "one such as 'amazonaws.com'");
  if (SUFFIX.test(text)) return text;
  throw new RegcredError(
    'registry-host',
    `endpointSuffix must be a DNS name: got '${text}', write one such as 'amazonaws.com'`,
  );
}

function noRegion(region: string, hint = ''): RegcredError {
  return new RegcredError('registry-host', `region must be one of AWS: got '${region}'${hint}`);
}

function unknownRegion(region: string): string {
  const area = region.split('-')[0];
  const near = ECR_PARTITIONS.flatMap(({ regions }) => regions).filter((known) => known.split('-')[0] === area);
  const known = near.length > 0 ? `known are ${near.join(', ')}` : 'it belongs to no known partition';
  return `unknown AWS region: got '${region}', ${known}; for a newer region give Registry.ecr an endpointSuffix`;
}

function missing(kind: string, region: string, where: string): RegcredError {
  return new RegcredError(
    'registry-host',
    `no ${kind} host of ECR is known in ${region} (only in ${where}); if there is one now, give Registry.ecr an endpointSuffix`,
  );
}

function fipsRegions(): string {
  return ECR_PARTITIONS.flatMap((partition) => partition.fipsRegions).join(', ');
}

function dualStackPartitions(): string {
  const withDualStack = (partition: EcrPartition) => partition.dualStackSuffix !== undefined;
  return ECR_PARTITIONS.filter(withDualStack)
    .map(({ id }) => `partition ${id}`)
    .join(', ');
}
