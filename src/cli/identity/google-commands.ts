import { Command } from 'commander';
import type { CliIo } from '../io';
import type { Finish } from '../program';
import { withAccount, withImages } from './options';
import type { GcpFlags } from './run-google';

/** What Google Cloud needs. */
export function googleCommands(io: CliIo, finish: Finish): Command[] {
  const grants = withImages(withAccount(new Command('gcp-grants')))
    .description('Google Cloud: the gcloud commands that let a ServiceAccount run or pull as somebody')
    .requiredOption('--project-id <ID>', "the cluster's project")
    .option('--project-number <NUMBER>', 'its number; for --role and images')
    .option('--google-service-account <EMAIL>', 'a Google service account that it may act as')
    .option('--role <ROLE>', 'a role that it gets itself, such as roles/storage.objectViewer')
    .option('--target-project-id <ID>', "the project that the role is for (default: the cluster's)")
    .action(async (flags: GcpFlags) => {
      const { printGcpGrants } = require('./run-google') as typeof import('./run-google');
      finish(await printGcpGrants(flags, io));
    });
  return [grants];
}
