import type { RunPluginRequest, RunRequest } from '@pulumi/pulumi/proto/language_pb';
import { plainObject } from './property-value';

/** A program that the engine wants to be run. */
export interface Program {
  readonly folder: string;
  readonly entryPoint: string;
  /** What `runtime: { options }` of Pulumi.yaml says. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the engine is, and what is being deployed: the same names in every SDK, each in its own spelling. */
  readonly settings: Readonly<Record<string, string>>;
  /** The environment, with the stack's configuration. */
  readonly env: NodeJS.ProcessEnv;
}

/** A provider or a policy pack that is run from its sources. */
export interface SourcePlugin {
  readonly folder: string;
  readonly entryPoint: string;
  readonly isPolicyPack: boolean;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export function programOf(request: RunRequest, engineAddress: string): Program {
  const info = request.getInfo();
  const folder = info?.getProgramDirectory() || request.getPwd();
  const config = request.getConfigMap().toArray() as readonly (readonly [string, string])[];
  return {
    folder,
    entryPoint: request.getProgram() || '.',
    options: plainObject(info?.getOptions()?.toJavaScript()),
    settings: {
      monitor: request.getMonitorAddress(),
      engine: engineAddress,
      organization: request.getOrganization(),
      project: request.getProject(),
      stack: request.getStack(),
      root_directory: info?.getRootDirectory() ?? folder,
      parallel: String(request.getParallel()),
      dry_run: String(request.getDryrun()),
    },
    env: {
      ...process.env,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(config)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    },
  };
}

export function pluginOf(request: RunPluginRequest): SourcePlugin {
  const env = Object.fromEntries(request.getEnvList().map((line) => line.split(/=(.*)/s).slice(0, 2)));
  return {
    folder: request.getInfo()?.getProgramDirectory() || request.getPwd(),
    entryPoint: request.getProgram() || '.',
    isPolicyPack: request.getKind() === 'analyzer',
    args: request.getArgsList(),
    env: { ...process.env, ...env },
  };
}
