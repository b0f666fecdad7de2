import { Command } from 'commander';
import type { CliIo } from '../io';
import type { Finish } from '../program';
import { awsCommands } from './aws-commands';
import { azureCommands } from './azure-commands';
import { googleCommands } from './google-commands';
import { kubeletCommand } from './kubelet-command';

const EXAMPLES = `
None of it is a manifest: it is for those who administer the cloud and the nodes.

Examples:
  regcred identity irsa-trust --role-arn ARN --issuer URL -n payments --service-account api
  kustomize build . | regcred identity ecr-policy -f -
  regcred identity kubelet-config ecr --kubernetes-version 1.35 > credential-provider-config.yaml`;

/** What a cloud and its nodes need beside the manifests. */
export function identityCommand(io: CliIo, finish: Finish): Command {
  const command = new Command('identity')
    .usage('[options] DOCUMENT')
    .description('print what a cloud and its nodes need for the identities of workloads')
    .addHelpText('after', EXAMPLES);
  for (const document of [
    ...awsCommands(io, finish),
    ...googleCommands(io, finish),
    ...azureCommands(io, finish),
    kubeletCommand(io, finish),
  ]) {
    command.addCommand(document);
  }
  return command;
}
