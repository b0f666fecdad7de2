import * as records from './records';
import type { HostMistake, RegistryRecord } from './registry-record';

/** Every vendor, by id. A new one is a file in `records/` and a line in its index. */
export const CATALOGUE: readonly RegistryRecord[] = Object.values(records).sort((a, b) => (a.id < b.id ? -1 : 1));

const MISTAKES: readonly HostMistake[] = CATALOGUE.flatMap((record) => record.mistakes ?? []);

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
  const mistake = MISTAKES.find((candidate) => candidate.host.test(host));
  return mistake && correct(host, mistake);
}

/** The host by which images name the registry that a lower-case host stands for: `docker.io` for `registry-1.docker.io`. */
export function imageHostOf(host: string): string {
  return correctionOf(host)?.imageHost ?? recordOf(host)?.canonicalHost ?? host;
}

function correct(host: string, { host: pattern, why, writeServer, writeImageHost }: HostMistake): HostCorrection {
  return { why, server: host.replace(pattern, writeServer), imageHost: host.replace(pattern, writeImageHost) };
}

function withoutPort(host: string): string {
  return host.replace(/:[0-9]+$/, '');
}
