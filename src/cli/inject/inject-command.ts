import { Command } from 'commander';
import { RegcredError } from '../../error';
import type { CliIo } from '../io';
import { collectList } from '../list-option';
import type { Finish } from '../program';
import type { InjectFlags } from './run-inject';

const EXAMPLES = `
The pull secrets, service accounts and pod defaults that regcred.yaml declares under 'access' are put
into the manifests on standard input: as the constructs do it, for namespaces that the manifests use.

Examples:
  helm template ./chart -n shop | regcred inject -n shop | regcred check -n shop -
  helm install shop ./chart -n shop --post-renderer regcred --post-renderer-args inject
    --post-renderer-args --namespace=shop
  kustomize build . | regcred inject --config platform/regcred.yaml | kubectl apply -f -

As a KRM function it reads and writes a ResourceList; the spec of its functionConfig may stand for
regcred.yaml. Helm 4 wants a plugin of type postrenderer/v1 with the name and the command regcred;
Helm before version 4 runs no post-renderer on hooks.

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
    .argument('[FILE...]') // taken only to say that there is none
    .action(async (files: readonly string[], flags: InjectFlags) => {
      if (files.length > 0) {
        throw new RegcredError(
          'cli-usage',
          'manifests come from standard input: got arguments, write regcred inject < FILE',
        );
      }
      const { runInject } = require('./run-inject') as typeof import('./run-inject');
      finish(await runInject(flags, io));
    });
}
