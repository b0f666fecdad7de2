import { RegcredError } from '../../error';
import { AcrPullGrant, AzureFederatedCredential } from '../../identity';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import { readImages } from './images-of';
import { type AccountFlags, accountOf, type ImageFlags } from './options';

export interface CredentialFlags extends AccountFlags {
  readonly issuer: string;
  readonly audience?: string;
  readonly identityName?: string;
  readonly resourceGroup?: string;
}

export function printCredentials(flags: CredentialFlags, io: CliIo): number {
  const { issuer, audience, identityName, resourceGroup } = flags;
  const credentials = AzureFederatedCredential.forAccounts({ issuer, audience, ...accountOf(flags) });
  if (identityName !== undefined && resourceGroup !== undefined) {
    for (const credential of credentials) io.stdout.write(`${credential.command(identityName, resourceGroup)}\n`);
  } else if (identityName === undefined && resourceGroup === undefined) {
    const objects = credentials.map((credential) => credential.toObject());
    io.stdout.write(`${JSON.stringify(objects, undefined, 2)}\n`);
  } else {
    throw new RegcredError('cli-usage', 'a command needs both --identity-name and --resource-group, JSON neither');
  }
  return EXIT_CLEAN;
}

export interface AcrGrantFlags extends ImageFlags {
  readonly clientId: string;
}

export async function printAcrGrants(flags: AcrGrantFlags, io: CliIo): Promise<number> {
  const images = await readImages(flags, io);
  const grants = AcrPullGrant.forImages({ clientId: flags.clientId, images });
  for (const { command } of grants) io.stdout.write(`${command}\n`);
  return EXIT_CLEAN;
}
