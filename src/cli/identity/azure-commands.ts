import { Command } from 'commander';
import type { CliIo } from '../io';
import type { Finish } from '../program';
import { withAccount, withImages } from './options';
import type { AcrGrantFlags, CredentialFlags } from './run-azure';

/** What Azure needs. */
export function azureCommands(io: CliIo, finish: Finish): Command[] {
  const azure = () => require('./run-azure') as typeof import('./run-azure');
  const credentials = withAccount(new Command('azure-credentials'))
    .description('Azure: federated credentials, as JSON or as az commands for a managed identity')
    .requiredOption('--issuer <URL>', "the cluster's issuer; that of AKS ends in a slash")
    .option('--audience <AUDIENCE>', 'whom the tokens are for (default: api://AzureADTokenExchange)')
    .option('--identity-name <NAME>', 'the managed identity; az commands instead of JSON')
    .option('--resource-group <NAME>', 'its resource group')
    .action((flags: CredentialFlags) => finish(azure().printCredentials(flags, io)));
  const grants = withImages(new Command('acr-grants'))
    .description('Azure: the az commands that let an identity pull from the registries of these images')
    .requiredOption('--client-id <GUID>', 'the identity')
    .action(async (flags: AcrGrantFlags) => finish(await azure().printAcrGrants(flags, io)));
  return [credentials, grants];
}
