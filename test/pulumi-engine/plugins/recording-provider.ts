import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentials } from '@grpc/grpc-js';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { type IResourceProviderServer, ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import * as provider from '@pulumi/pulumi/proto/provider_pb';
import { ResourceMonitorClient } from '@pulumi/pulumi/proto/resource_grpc_pb';
import { RegisterResourceRequest, type RegisterResourceResponse } from '@pulumi/pulumi/proto/resource_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { type JavaScriptValue, Struct } from 'google-protobuf/google/protobuf/struct_pb';
import { Cluster, type Manifest } from './cluster';
import { autoname, diffResource } from './diff';
import { plainObject, toPlain } from './property-value';
import { CLUSTER_FILE, REQUESTS_FILE, type RecordedRequest } from './recording';
import { childNameOf, decodeYaml, renderChart, typeTokenOf } from './render';
import { answer, servePlugin } from './serve';

// Stands in for the Kubernetes provider: takes every resource, writes down what it was asked, and answers as the provider and an
// API server do wherever regcred's behaviour depends on it.

const folder = process.env.REGCRED_RECORDING ?? '.';
const cluster = new Cluster(join(folder, CLUSTER_FILE));
const config = { serverSideApply: true, secretsMutable: false, patchForce: false };

function record(
  method: RecordedRequest['method'],
  urn: string,
  properties: Struct | undefined,
  more: object = {},
): void {
  const { value, secrets, unknowns } = toPlain(properties?.toJavaScript() ?? {});
  const line = { method, urn, type: typeOf(urn), preview: false, inputs: value, secrets, unknowns, ...more };
  appendFileSync(join(folder, REQUESTS_FILE), `${JSON.stringify(line)}\n`);
}

const typeOf = (urn: string) => (urn.split('::')[2] ?? '').split('$').pop() ?? '';
const nameOf = (urn: string) => urn.split('::').slice(3).join('::');
const isPatch = (urn: string) => typeOf(urn).endsWith('Patch');
const manifestOf = (properties: Struct | undefined): Manifest => plainObject(properties?.toJavaScript());
const struct = (value: object) => Struct.fromJavaScript(value as Record<string, JavaScriptValue>);

function applyTo(urn: string, properties: Struct | undefined): void {
  const manifest = manifestOf(properties);
  const annotations = plainObject(plainObject(manifest.metadata).annotations);
  cluster.apply(manifest, urn, config.patchForce || annotations['pulumi.com/patchForce'] === 'true');
}

/** Registers the objects of a chart or config group with the engine, as children of a component. */
async function construct(request: provider.ConstructRequest): Promise<provider.ConstructResponse> {
  const inputs = plainObject(request.getInputs()?.toJavaScript());
  const manifests =
    request.getType() === 'kubernetes:helm.sh/v4:Chart'
      ? renderChart(String(inputs.chart))
      : decodeYaml(String(inputs.yaml ?? ''));
  const monitor = new ResourceMonitorClient(request.getMonitorendpoint(), credentials.createInsecure());
  const register = (type: string, name: string, parent: string, object?: Manifest) =>
    new Promise<RegisterResourceResponse>((resolve, reject) => {
      const message = new RegisterResourceRequest()
        .setType(type)
        .setName(name)
        .setParent(parent)
        .setCustom(object !== undefined)
        .setObject(struct(object ?? {}))
        .setAcceptsecrets(true)
        .setProvider(object ? (request.getProvidersMap().get('kubernetes') ?? '') : '');
      monitor.registerResource(message, (error, response) => (error ? reject(error) : resolve(response)));
    });
  const component = await register(request.getType(), request.getName(), request.getParent());
  const urn = component.getUrn();
  for (const manifest of manifests) {
    await register(typeTokenOf(manifest), childNameOf(request.getName(), manifest), urn, manifest);
  }
  monitor.close();
  return new provider.ConstructResponse().setUrn(urn).setState(struct({}));
}

const handlers: Partial<IResourceProviderServer> = {
  getPluginInfo: answer(() => new PluginInfo().setVersion('4.34.2')),
  cancel: answer(() => new Empty()),
  checkConfig: answer((request) => new provider.CheckResponse().setInputs(request.getNews())),
  diffConfig: answer(() => new provider.DiffResponse()),

  configure: answer((request) => {
    const given = plainObject(request.getArgs()?.toJavaScript());
    config.serverSideApply = String(given.enableServerSideApply ?? true) === 'true';
    config.secretsMutable = String(given.enableSecretMutable ?? false) === 'true';
    config.patchForce = String(given.enablePatchForce ?? false) === 'true';
    record('configure', '', request.getArgs());
    return new provider.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
  }),

  check: answer((request) => {
    const urn = request.getUrn();
    record('check', urn, request.getNews());
    if (isPatch(urn) && !config.serverSideApply) {
      throw new Error(
        'patch resources require Server-Side Apply mode, which is enabled using the `enableServerSideApply` Provider config',
      );
    }
    const news = request.getNews()?.toJavaScript() ?? {};
    return new provider.CheckResponse().setInputs(struct(autoname(nameOf(urn), manifestOf(request.getOlds()), news)));
  }),

  diff: answer((request) => {
    const urn = request.getUrn();
    const olds = manifestOf(request.getOldInputs());
    const diff = diffResource(typeOf(urn), olds, manifestOf(request.getNews()), config.secretsMutable);
    record('diff', urn, request.getNews(), { replaces: diff.replaces });
    const { DIFF_SOME, DIFF_NONE } = provider.DiffResponse.DiffChanges;
    return new provider.DiffResponse()
      .setChanges(diff.changed ? DIFF_SOME : DIFF_NONE)
      .setReplacesList([...diff.replaces])
      .setDeletebeforereplace(diff.deleteBeforeReplace);
  }),

  create: answer((request) => {
    const urn = request.getUrn();
    const preview = request.getPreview();
    record('create', urn, request.getProperties(), { preview });
    const response = new provider.CreateResponse().setProperties(request.getProperties());
    if (preview) return response;
    if (isPatch(urn)) applyTo(urn, request.getProperties());
    else cluster.create(manifestOf(request.getProperties()), urn);
    return response.setId(nameOf(urn));
  }),

  update: answer((request) => {
    const urn = request.getUrn();
    const preview = request.getPreview();
    record('update', urn, request.getNews(), { preview });
    if (!preview && isPatch(urn)) applyTo(urn, request.getNews());
    else if (!preview) cluster.update(manifestOf(request.getNews()), urn);
    return new provider.UpdateResponse().setProperties(request.getNews());
  }),

  delete: answer((request) => {
    const urn = request.getUrn();
    record('delete', urn, request.getProperties());
    if (isPatch(urn)) cluster.unapply(manifestOf(request.getProperties()), urn);
    else cluster.delete(manifestOf(request.getProperties()));
    return new Empty();
  }),

  invoke: answer((request) => {
    record('invoke', '', request.getArgs(), { type: request.getTok() });
    const args = plainObject(request.getArgs()?.toJavaScript());
    const result =
      request.getTok() === 'kubernetes:helm:template'
        ? renderChart(String(plainObject(JSON.parse(String(args.jsonOpts))).path))
        : decodeYaml(String(args.text ?? ''));
    return new provider.InvokeResponse().setReturn(struct({ result }));
  }),

  construct: answer(construct),
};

servePlugin(ResourceProviderService, handlers as IResourceProviderServer);
