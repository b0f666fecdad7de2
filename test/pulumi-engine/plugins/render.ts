import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import type { Manifest } from './cluster';
import { isRecord } from './property-value';

/** The objects of a YAML stream. */
export function decodeYaml(text: string): readonly Manifest[] {
  return loadAll(text).filter(isRecord);
}

/** What a local chart without template expressions renders to: Helm itself is not needed to see how its objects are treated. */
export function renderChart(folder: string): readonly Manifest[] {
  const templates = join(folder, 'templates');
  return readdirSync(templates)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) => decodeYaml(readFileSync(join(templates, file), 'utf8')));
}

/** The type token under which the Kubernetes provider registers an object. */
export function typeTokenOf(manifest: Manifest): string {
  const apiVersion = String(manifest.apiVersion);
  return `kubernetes:${apiVersion.includes('/') ? apiVersion : `core/${apiVersion}`}:${String(manifest.kind)}`;
}

/** The name under which the provider registers a child of a chart or a config group. */
export function childNameOf(parent: string, manifest: Manifest): string {
  const metadata = isRecord(manifest.metadata) ? manifest.metadata : {};
  return `${parent}:${[metadata.namespace, metadata.name].filter(Boolean).join('/')}`;
}
