import type { Command } from 'commander';
import type { WorkloadAccountOptions } from '../../identity';
import { collectList } from '../list-option';

/** The options that say whose identity it is. */
export interface AccountFlags {
  readonly namespace: readonly string[];
  readonly serviceAccount: string;
}

export function withAccount(command: Command): Command {
  return command
    .requiredOption('-n, --namespace <NAME>', 'a namespace of the ServiceAccount; may be given again', collectList)
    .requiredOption('--service-account <NAME>', 'its name');
}

/** The options that say which images are run. */
export interface ImageFlags {
  readonly image?: readonly string[];
  readonly file?: readonly string[];
}

export function withImages(command: Command): Command {
  return command
    .option('--image <IMAGE>', 'an image that is run; may be given again', collectList)
    .option('-f, --file <PATH>', 'manifests whose images are run: a file, a folder, a pattern, or -', collectList);
}

/** The account as the room of identities takes it. */
export function accountOf({ namespace, serviceAccount }: AccountFlags): WorkloadAccountOptions {
  return { namespaces: [...namespace], serviceAccount };
}
