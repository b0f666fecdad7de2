import { IamPolicy, PodIdentityAssociation } from '../../identity';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import { readImages } from './images-of';
import { type AccountFlags, accountOf, type ImageFlags } from './options';

export interface IrsaTrustFlags extends AccountFlags {
  readonly roleArn: string;
  readonly issuer: string;
  readonly audience?: string;
}

export function printIrsaTrust(flags: IrsaTrustFlags, io: CliIo): number {
  return printPolicy(IamPolicy.irsaTrust({ ...flags, ...accountOf(flags) }), io);
}

export interface PodIdentityTrustFlags extends AccountFlags {
  readonly cluster?: string;
  readonly disableSessionTags?: boolean;
}

export function printPodIdentityTrust(flags: PodIdentityTrustFlags, io: CliIo): number {
  const { cluster: clusterName, disableSessionTags } = flags;
  return printPolicy(IamPolicy.podIdentityTrust({ clusterName, disableSessionTags, ...accountOf(flags) }), io);
}

export interface AssociationFlags extends AccountFlags {
  readonly cluster: string;
  readonly roleArn: string;
  readonly targetRoleArn?: string;
  readonly disableSessionTags?: boolean;
}

export function printAssociations(flags: AssociationFlags, io: CliIo): number {
  const { cluster: clusterName, ...others } = flags;
  const associations = PodIdentityAssociation.forAccounts({ ...others, clusterName, ...accountOf(flags) });
  for (const { command } of associations) io.stdout.write(`${command}\n`);
  return EXIT_CLEAN;
}

export interface EcrPolicyFlags extends ImageFlags {
  readonly repository?: readonly string[];
  readonly pullThroughCache?: boolean;
}

export async function printEcrPolicy(flags: EcrPolicyFlags, io: CliIo): Promise<number> {
  const { repository = [], pullThroughCache } = flags;
  const images = await readImages(flags, io);
  return printPolicy(IamPolicy.ecrPull({ images, repositories: [...repository], pullThroughCache }), io);
}

function printPolicy(policy: IamPolicy, io: CliIo): number {
  io.stdout.write(`${policy.toJson()}\n`);
  return EXIT_CLEAN;
}
