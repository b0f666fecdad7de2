import { acr } from './records/acr';
import { artifactRegistry } from './records/artifact-registry';
import { artifactory } from './records/artifactory';
import { chainguard } from './records/chainguard';
import { cloudsmith } from './records/cloudsmith';
import { digitalOcean } from './records/digitalocean';
import { dockerHub } from './records/docker-hub';
import { ecr } from './records/ecr';
import { ecrPublic } from './records/ecr-public';
import { elastic } from './records/elastic';
import { gcr } from './records/gcr';
import { ghcr } from './records/ghcr';
import { gitlab } from './records/gitlab';
import { googleMirror } from './records/google-mirror';
import { harbor } from './records/harbor';
import { ibm } from './records/ibm';
import { ibmEntitled } from './records/ibm-entitled';
import { kubernetes } from './records/kubernetes';
import { microsoft } from './records/microsoft';
import { nexus } from './records/nexus';
import { nvidia } from './records/nvidia';
import { ocir } from './records/ocir';
import { quay } from './records/quay';
import { redHat } from './records/red-hat';
import { redHatPublic } from './records/red-hat-public';
import { scaleway } from './records/scaleway';
import type { HostMistake, RegistryRecord } from './registry-record';

/** Every vendor, in the order of the guide. A new one is a file in `records/` and a line here. */
export const CATALOGUE: readonly RegistryRecord[] = [
  dockerHub,
  ghcr,
  quay,
  ecr,
  ecrPublic,
  gcr,
  artifactRegistry,
  acr,
  harbor,
  nexus,
  artifactory,
  gitlab,
  digitalOcean,
  ocir,
  ibm,
  ibmEntitled,
  redHat,
  scaleway,
  nvidia,
  chainguard,
  cloudsmith,
  kubernetes,
  microsoft,
  googleMirror,
  redHatPublic,
  elastic,
];

/** The record that claims a lower-case host; its port does not matter. */
export function recordOf(host: string): RegistryRecord | undefined {
  const name = withoutPort(host);
  return CATALOGUE.find((record) => claims(record, name));
}

/** Whether a record claims a lower-case host. */
export function claims(record: RegistryRecord, host: string): boolean {
  const name = withoutPort(host);
  return record.hosts.some((pattern) => pattern.test(name));
}

/** The regular expression of one host, which may have wildcards as the kubelet knows them. */
export function hostPattern(host: string): string {
  const literal = withoutPort(host).replace(/[^a-z0-9*-]/g, '\\$&');
  return `^${literal.replace(/\*/g, '[^.]*')}$`;
}

/** Why a host is no registry although it is taken for one, and what to write instead. */
export interface HostCorrection {
  readonly why: string;
  readonly server: string;
  readonly imageHost: string;
}

/** The correction of a lower-case host that people take for a registry. */
export function correctionOf(host: string): HostCorrection | undefined {
  const mistakes = CATALOGUE.flatMap((record) => record.mistakes ?? []);
  const mistake = mistakes.find((candidate) => candidate.host.test(host));
  return mistake && correct(host, mistake);
}

function correct(host: string, { host: pattern, why, writeServer, writeImageHost }: HostMistake): HostCorrection {
  return { why, server: host.replace(pattern, writeServer), imageHost: host.replace(pattern, writeImageHost) };
}

function withoutPort(host: string): string {
  return host.replace(/:[0-9]+$/, '');
}
