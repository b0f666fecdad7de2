import { Command } from 'commander';
import type { CliIo } from '../io';
import type { Finish } from '../program';
import type { KubeletFlags } from './run-kubelet';

const EXAMPLES = `
A PROVIDER is ecr, acr or gcp, PROVIDER=TOKENS where TOKENS says what it does with the tokens of
ServiceAccounts (off, optional or required), and PROVIDER@NAME where its executable has another name.

Examples:
  regcred identity kubelet-config ecr --kubernetes-version 1.35
  regcred identity kubelet-config acr acr=off@acr-credential-provider-node`;

/** What the nodes need. */
export function kubeletCommand(io: CliIo, finish: Finish): Command {
  return new Command('kubelet-config')
    .usage('[options] PROVIDER...')
    .description('nodes: the CredentialProviderConfig of the kubelet, every host form of the registries in it')
    .argument('<PROVIDER...>', 'the credential providers, in order')
    .option('--kubernetes-version <VERSION>', 'the version of the kubelets: whether they can do so')
    .option('--default-role-arn <ARN>', 'ecr: the role of pods whose ServiceAccount has no annotation')
    .option('--public-gallery', 'ecr: ask it for public.ecr.aws too')
    .option('--ib-sni-name <NAME>', 'acr: server name of the AKS identity bindings')
    .option('--ib-apiserver-ip <ADDRESS>', 'acr: their address of the API server')
    .option('--project-id <ID>', "gcp: the cluster's project")
    .option('--location <LOCATION>', 'gcp: its region or zone')
    .option('--cluster <NAME>', 'gcp: its name')
    .addHelpText('after', EXAMPLES)
    .action((providers: readonly string[], flags: KubeletFlags) => {
      const { printKubeletConfig } = require('./run-kubelet') as typeof import('./run-kubelet');
      finish(printKubeletConfig(providers, flags, io));
    });
}
