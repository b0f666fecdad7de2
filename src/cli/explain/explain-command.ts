import { Command, Option } from 'commander';
import type { CliIo } from '../io';
import { collectList } from '../list-option';
import type { Finish } from '../program';
import type { ExplainFlags } from './run-explain';

const EXAMPLES = `
Without --service-account, the answer is for every workload of the manifests that has IMAGE, or
else has it under another tag, which plays no part; where none has it, for a pod that would have
it, under the ServiceAccount default.

Examples:
  regcred explain ghcr.io/acme/api:1.4 -f k8s/
  kubectl get sa,secret,deploy -n payments -o yaml | regcred explain ghcr.io/acme/api:1 -f -
  regcred explain nginx -f k8s/ -n payments --service-account web

Exit codes:
  0  it will be pulled    1  it will not    2  wrong usage, or something could not be read`;

export function explainCommand(io: CliIo, finish: Finish): Command {
  return new Command('explain')
    .usage('[options] IMAGE -f PATH')
    .description('which logins the kubelet tries for an image, and why not the others')
    .argument('<IMAGE>', 'the image, as a pod names it')
    .requiredOption(
      '-f, --file <PATH>',
      'a file, a folder, a pattern, or - for standard input; may be given again',
      collectList,
    )
    .option('-n, --namespace <NAME>', 'only this namespace; also that of objects that name none (default: default)')
    .option('--service-account <NAME>', 'the account of a pod that would have the image')
    .addOption(new Option('--format <FORMAT>', 'how the answer is written').choices(['text', 'json']).default('text'))
    .option('--config <FILE>', 'use this file instead of the nearest regcred.yaml')
    .addHelpText('after', EXAMPLES)
    .action(async (image: string, flags: ExplainFlags) => {
      const { runExplain } = require('./run-explain') as typeof import('./run-explain');
      finish(await runExplain(image, flags, io));
    });
}
