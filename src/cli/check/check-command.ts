import { Command, Option } from 'commander';
import type { CliIo } from '../io';
import { collectList } from '../list-option';
import type { Finish } from '../program';
import { FORMATS, SEVERITIES } from './choices';
import type { CheckFlags } from './run-check';

const EXAMPLES = `
PATH is a file, a folder, a pattern in quotes, or - for standard input.
PATTERN is a registry, or a registry and the start of a path, as the kubelet matches them: * stands
for one part of the host, such as ghcr.io/acme/* or *.dkr.ecr.*.amazonaws.com. Options with PATTERN
may be given again, or hold commas.

Examples:
  regcred check k8s/ overlays/prod.yaml
  regcred check '**/deploy*.yaml'
  helm template . | regcred check - --namespace payments
  kustomize build . | regcred check - --public 'registry.k8s.io/*' --fail-on warning
  regcred check k8s/ --format sarif --output regcred.sarif

Verdicts:
  credential  a login of the pod's Secrets matches
  anonymous   no login matches, and none is needed: known to be public
  node        the node has the image or the login
  opaque      a Secret that is made in the cluster is taken to hold the login
  missing     no login matches, and the image is not known to be public
  malformed   nothing is pulled: a Secret of the pod does not decode, or the image is no image name

Exit codes:
  0  clean    1  findings at or above --fail-on    2  wrong usage, or something could not be read`;

export function checkCommand(io: CliIo, finish: Finish): Command {
  return new Command('check')
    .usage('[options] [PATH...]')
    .description('a verdict for each image of manifests, and what to mend')
    .argument('[PATH...]', 'files, folders, patterns, or - for standard input')
    .addOption(new Option('--format <FORMAT>', 'how the report is written').choices(FORMATS).default('text'))
    .option('--output <FILE>', 'write the report to a file; standard output still gets the text')
    .addOption(new Option('--fail-on <SEVERITY>', 'the least severity that fails (default: error)').choices(SEVERITIES))
    .option('--kubernetes-version <VERSION>', "the cluster's version, such as 1.35")
    .option('-n, --namespace <NAME>', 'the namespace of objects that name none (default: default)')
    .option('--public <PATTERN>', 'images that need no login', collectList)
    .option('--private <PATTERN>', 'images that need one, although they are known as public', collectList)
    .option('--node <PATTERN>', 'images whose login the node has: matchImages of a credential provider', collectList)
    .option('--config <FILE>', 'use this file instead of the nearest regcred.yaml')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const { runCheck } = require('./run-check') as typeof import('./run-check');
      finish(await runCheck(paths, flags, io));
    });
}
