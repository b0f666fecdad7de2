import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { type ILanguageRuntimeServer, LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb';
import * as language from '@pulumi/pulumi/proto/language_pb';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { type Program, pluginOf, programOf, type SourcePlugin } from './program';
import { plainObject } from './property-value';
import { answer, servePlugin } from './serve';

/** What differs from language to language. */
export interface Language {
  readonly name: 'nodejs' | 'python' | 'go';
  /** Starts a program. */
  run(program: Program): ChildProcess;
  /** Starts a provider or a policy pack from its sources. */
  runPlugin?(plugin: SourcePlugin): ChildProcess;
  /** Makes a generated SDK a dependency of a project; its folder is relative to the project's. */
  link?(project: string, sdk: string, options: Program['options']): void;
}

/** The process said all there is to say: its errors are not repeated. */
const ALREADY_REPORTED = 32;

/**
 * Stands in for a language host, of which no registry has a build: runs programs by the entry points of Pulumi's own SDKs and
 * generates packages by Pulumi's own generators. What only `pulumi new`, `install` and `about` need is left out.
 */
export function serveLanguage(host: Language): void {
  const engineAddress = process.argv[process.argv.length - 1] ?? '';
  const children = new Set<ChildProcess>();
  const started = (child: ChildProcess) => {
    children.add(child);
    return child.on('exit', () => children.delete(child));
  };
  process.on('exit', () => {
    for (const child of children) child.kill();
  });
  process.on('SIGTERM', () => process.exit(0));

  const handlers: Partial<ILanguageRuntimeServer> = {
    handshake: answer(() => new language.LanguageHandshakeResponse()),
    getPluginInfo: answer(() => new PluginInfo().setVersion('3.248.0')),
    getRequiredPackages: answer(() => new language.GetRequiredPackagesResponse()),
    // all that a test depends on is there before it starts
    installDependencies: (
      call: ServerWritableStream<language.InstallDependenciesRequest, language.InstallDependenciesResponse>,
    ) => call.end(),

    run: answer(async (request: language.RunRequest) => {
      const child = started(host.run(programOf(request, engineAddress)));
      // The engine logs what a language host prints.
      child.stdout?.on('data', (text) => process.stdout.write(text));
      child.stderr?.on('data', (text) => process.stderr.write(text));
      const [code] = await once(child, 'exit');
      const response = new language.RunResponse();
      if (code === ALREADY_REPORTED) response.setBail(true);
      else if (code !== 0) response.setError(`the program exited with code ${code}`);
      return response;
    }),

    runPlugin: (call: ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>) => {
      if (!host.runPlugin) {
        call.destroy(new Error(`plugins in ${host.name} are not run here`));
        return;
      }
      const child = started(host.runPlugin(pluginOf(call.request)));
      child.stdout?.on('data', (text) => call.write(new language.RunPluginResponse().setStdout(text)));
      child.stderr?.on('data', (text) => call.write(new language.RunPluginResponse().setStderr(text)));
      child.on('exit', (code) => {
        call.write(new language.RunPluginResponse().setExitcode(code ?? 1));
        call.end();
      });
      call.on('cancelled', () => child.kill());
    },

    generatePackage: answer((request: language.GeneratePackageRequest) => {
      const args = [host.name, request.getDirectory(), request.getLoaderTarget()];
      execFileSync('pulumi-sdkgen', args, { input: request.getSchema() });
      return new language.GeneratePackageResponse();
    }),

    link: answer((request: language.LinkRequest) => {
      const project = request.getInfo()?.getProgramDirectory() ?? '.';
      const options = plainObject(request.getInfo()?.getOptions()?.toJavaScript());
      for (const sdk of request.getPackagesList()) host.link?.(project, sdk.getPath(), options);
      return new language.LinkResponse();
    }),
  };
  servePlugin(LanguageRuntimeService, handlers as ILanguageRuntimeServer);
}
