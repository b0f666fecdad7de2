import { Command, Option } from 'commander';
import type { CliIo } from '../io';
import type { Finish } from '../program';
import type { SecretFlags } from './run-secret';

const EXAMPLES = `
A LOGIN is SERVER, or SERVER=SOURCE where SOURCE says where username and password come from:
  ghcr.io=env:GHCR                   the variables GHCR_USERNAME and GHCR_PASSWORD
  ghcr.io=env:GITHUB_ACTOR,GH_TOKEN  two variables by name
  ghcr.io=stdin:octocat              this username, and the password from standard input
  ghcr.io=docker-config              what docker login left in ~/.docker/config.json
  ghcr.io=docker-config:FILE         the same from another file
A LOGIN without SOURCE takes --username and --password-stdin, or --from-docker-config.

SERVER is a registry, or a part of one such as ghcr.io/acme: the login is then sent for images of
that part only.

Examples:
  regcred secret regcred --login ghcr.io=env:GHCR | kubectl apply -n payments -f -
  regcred secret regcred --login docker.io=env:HUB --login ghcr.io/acme=env:GHCR -n payments
  pass ghcr | regcred secret regcred --login ghcr.io --username octocat --password-stdin
  regcred secret regcred --from-docker-config`;

export function secretCommand(io: CliIo, finish: Finish): Command {
  return new Command('secret')
    .usage('[options] NAME')
    .description('print a pull secret, as kubectl would, for one registry or several')
    .argument('<NAME>', "the Secret's name")
    .option(
      '--login <LOGIN>',
      'a registry and where its login comes from; may be given again',
      (login, before: string[] = []) => [...before, login],
    )
    .option('--from-docker-config [FILE]', 'take logins from what docker login wrote; without --login all of them')
    .option('--username <NAME>', 'the username of a LOGIN without SOURCE')
    .option('--password-stdin', 'read its password from standard input')
    .option('--password <PASSWORD>', 'its password; other users and the shell history see it')
    .option('--email <ADDRESS>', 'its e-mail address; no registry needs it')
    .option('-n, --namespace <NAME>', 'write the namespace into the Secret')
    .option('--append-hash', 'append a hash of the content to the name, as kubectl does')
    .addOption(new Option('-o, --output <FORMAT>', 'how it is printed').choices(['yaml', 'json']).default('yaml'))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, flags: SecretFlags) => {
      const { runSecret } = require('./run-secret') as typeof import('./run-secret');
      finish(await runSecret(name, flags, io));
    });
}
