import { Command } from 'commander';
import type { CliIo } from '../io';
import { collectList } from '../list-option';
import type { Finish } from '../program';
import type { InjectFlags } from './run-inject';

const EXAMPLES = `
The pull secrets, service accounts and pod defaults that regcred.yaml declares under 'access' are put
into the manifests on standard input: as the constructs do it, for namespaces that the manifests use.

Examples:
  helm install shop ./chart -n shop --post-renderer regcred --post-renderer-args inject,-n,shop
  helm template ./chart -n shop | regcred inject -n shop | regcred check -n shop -
  kustomize build . | regcred inject --config platform/regcred.yaml | kubectl apply -f -

As a KRM function it reads and writes a ResourceList; the spec of its functionConfig may stand for
regcred.yaml. Helm before version 4 runs no post-renderer on hooks.

Exit codes:
  0  written    2  wrong usage, or something could not be read`;

export function injectCommand(io: CliIo, finish: Finish): Command {
  return new Command('inject')
    .usage('[options] < MANIFESTS')
    .description('put the pull secrets of regcred.yaml into manifests of others')
    .option('-n, --namespace <NAME>', 'the namespace of objects that name none (default: default)')
    .option('--access <NAME>', "an entry of 'access' (default: all)", collectList)
    .option('--config <FILE>', 'use this file instead of the nearest regcred.yaml')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: InjectFlags) => {
      const { runInject } = require('./run-inject') as typeof import('./run-inject');
      finish(await runInject(flags, io));
    });
}
