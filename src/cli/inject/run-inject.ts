import { accessNamed, CONFIG_FILE, type Config, EMPTY_CONFIG, parseConfigValue } from '../../config';
import { RegcredError } from '../../error';
import { type InjectedAccess, Injection, injectResourceList, injectStream, parseResourceList } from '../../inject';
import { parseNamespaceName } from '../../kubernetes';
import { thisMachine } from '../../machine';
import { loginRenderer, planAccess } from '../../plan';
import { loadConfig } from '../config/load-config';
import { EXIT_CLEAN } from '../exit-code';
import type { CliIo } from '../io';
import { readStdin } from '../read-text';
import { warn } from '../warn';

/** The options of `regcred inject`, as commander hands them over. */
export interface InjectFlags {
  readonly namespace?: string;
  readonly access?: readonly string[];
  readonly config?: string;
}

/** Runs `regcred inject` and says the exit code. */
export async function runInject(flags: InjectFlags, io: CliIo): Promise<number> {
  const namespace = parseNamespaceName(flags.namespace ?? 'default');
  const text = await readStdin(io.stdin);
  const list = parseResourceList(text);
  const config =
    list?.config === undefined ? loadConfig(flags.config, io) : parseConfigValue(list.config, 'functionConfig');
  const injection = new Injection(accessOf(config, flags, io), namespace, config.check.customKinds);
  if (list) {
    io.stdout.write(injectResourceList(list, injection));
    warnOfMissed(injection, io);
    return EXIT_CLEAN;
  }
  const { text: injected, problems } = injectStream(text, '-', injection);
  const [problem] = problems;
  // half a stream must not be applied
  if (problem) throw new RegcredError('cli-unreadable', `-:${problem.line}:${problem.column}: ${problem.message}`);
  io.stdout.write(injected);
  warnOfMissed(injection, io);
  return EXIT_CLEAN;
}

/** Mostly a `-n` that was forgotten: then all is in `default`, and the pods would wait for pull secrets that never come. */
function warnOfMissed({ namespaces, missedNamespaces }: Injection, io: CliIo): void {
  if (missedNamespaces.length === 0) return;
  warn(
    `nothing is injected: 'access' is for ${some(namespaces)}, and the pods are in ${some(missedNamespaces)}; ` +
      "name the namespace of objects that name none with -n, or list theirs under 'access'",
    io,
  );
}

const MAX_NAMED = 5;

function some(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  const named = names.slice(0, MAX_NAMED).map((name) => `'${name}'`);
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function accessOf(config: Config, { access, config: file = CONFIG_FILE }: InjectFlags, io: CliIo): InjectedAccess[] {
  const names = access ?? [...config.access.keys()];
  if (config === EMPTY_CONFIG) {
    throw new RegcredError(
      'cli-usage',
      `nothing to inject: no ${CONFIG_FILE} in the working folder or above it, name one with --config`,
    );
  }
  if (names.length === 0) throw new RegcredError('cli-usage', `nothing to inject: ${file} declares no 'access'`);
  return names.map((name) => {
    const entry = accessNamed(config, name, file);
    const render = loginRenderer(entry.pullSecrets, thisMachine(io.env, io.cwd), (warning) => warn(warning, io));
    const plans = planAccess(entry, { render, now: new Date() });
    for (const warning of new Set(plans.flatMap(({ warnings }) => warnings))) warn(warning, io);
    return { plans, podDefaults: entry.podDefaults };
  });
}
