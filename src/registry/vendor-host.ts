import { RegcredError, requireOneOf, requireOptions, requireString } from '../error';
import { claims } from './catalogue';
import { acr, artifactRegistry, gcr, ibm, ocir, scaleway } from './records';
import {
  type AcrOptions,
  type ArtifactRegistryOptions,
  AzureCloud,
  type GcrOptions,
  type IbmOptions,
  type OcirOptions,
  type ScalewayOptions,
} from './registry-options';
import type { RegistryRecord } from './registry-record';
import { parseServer } from './server-key';

const ACR_NAME = /^[a-z0-9]{5,50}(?:-[a-z0-9]+)?$/;

/** The host that a user gives: lower case, with a port, without a path. */
export function ownHost(text: string): string {
  const { host, path } = parseServer(
    requireString(text, 'registry-host', 'host', "one such as 'registry.example.com'"),
  );
  if (path === '') return host;
  throw new RegcredError('registry-host', `host must stand alone: got '${host}/${path}', write '${host}'`);
}

/** `gcr.io` or one of its multi-regions. */
export function gcrHost(options: GcrOptions): string {
  const { host = 'gcr.io' } = requireOptions(options, "Registry.gcr({ project: 'acme-prod' })");
  return hostOf(gcr, host);
}

/** The host of a location. */
export function artifactRegistryHost({ location }: ArtifactRegistryOptions): string {
  requireString(location, 'registry-host', 'location', "one such as 'europe-west1'");
  const meant = firstPart(location, '-docker.pkg.dev');
  const host = `${meant}-docker.pkg.dev`;
  if (meant === location || !claims(artifactRegistry, host))
    return hostOf(artifactRegistry, `${location}-docker.pkg.dev`);
  throw new RegcredError(
    'registry-host',
    `location of ${artifactRegistry.name} must be one of Google Cloud alone: got '${location}', write '${meant}'`,
  );
}

/** The login server of a registry or of one of its replicas. */
export function acrHost(options: AcrOptions): string {
  const { name, cloud = AzureCloud.PUBLIC, replica } = requireOptions(options, "Registry.acr({ name: 'acmeprod' })");
  requireOneOf(cloud, 'cloud', AzureCloud);
  requireString(name, 'registry-host', 'name', "the first part of the login server, such as 'acmeprod'");
  if (!ACR_NAME.test(name)) {
    const meant = firstPart(name, `.${cloud}`);
    const hint = ACR_NAME.test(meant) ? `, write '${meant}'` : '';
    const rule = '5 to 50 letters and digits in lower case, and at most one hash after a hyphen';
    throw new RegcredError(
      'registry-host',
      `name of an Azure Container Registry must be ${rule}: got '${name}'${hint}`,
    );
  }
  return hostOf(acr, `${name}${replica === undefined ? '' : `.${replica}.geo`}.${cloud}`);
}

/** What a host begins with, where somebody wrote all of it, or with capitals. */
function firstPart(text: string, rest: string): string {
  const lower = text.toLowerCase();
  return lower.endsWith(rest) ? lower.slice(0, -rest.length) : lower;
}

/** The host of a region, by its key or its identifier. */
export function ocirHost(options: OcirOptions): string {
  const { region } = requireOptions(options, "Registry.ocir({ region: 'fra' })");
  return hostOf(ocir, `${requireString(region, 'registry-host', 'region', "one such as 'fra'")}.ocir.io`);
}

/** The host of a region or the global one. */
export function ibmHost(options: IbmOptions): string {
  const { region, privateNetwork = false } = requireOptions(options, "Registry.ibm({ namespace: 'acme' })");
  return hostOf(ibm, `${privateNetwork ? 'private.' : ''}${region === undefined ? '' : `${region}.`}icr.io`);
}

/** The host of a region. */
export function scalewayHost(options: ScalewayOptions): string {
  const { region } = requireOptions(options, "Registry.scaleway({ region: 'fr-par' })");
  return hostOf(scaleway, `rg.${requireString(region, 'registry-host', 'region', "one such as 'fr-par'")}.scw.cloud`);
}

function hostOf(record: RegistryRecord, host: string): string {
  requireString(host, 'registry-host', 'host', `one such as '${record.samples[0]}'`);
  if (claims(record, host)) return host;
  const known = record.samples.map((sample) => `'${sample}'`).join(', ');
  throw new RegcredError('registry-host', `${record.name} has no host '${host}'; its hosts are such as ${known}`);
}
