import { App, Chart, Testing, Yaml } from 'cdk8s';
import { Credentials, PullSecret, Registry } from '../../src';

/** A chart in an app of its own. */
export function newChart(namespace?: string): Chart {
  return new Chart(Testing.app(), 'test', { namespace });
}

/** The chart's documents as YAML, for inline snapshots. */
export function yamlOf(chart: Chart): string {
  return Yaml.stringify(...Testing.synth(chart)).trimEnd();
}

/** The one document of a kind. */
// biome-ignore lint/suspicious/noExplicitAny: a manifest is whatever its kind says
export function documentOf(chart: Chart, kind: string, name?: string): any {
  const found = Testing.synth(chart).filter((doc) => doc.kind === kind && (!name || doc.metadata.name === name));
  expect(found).toHaveLength(1);
  return found[0];
}

export const app = (chart: Chart): App => App.of(chart) as App;

/** A pull secret for GHCR; the bytes of its Secret are the same in every test. */
export const ghcr = (name = 'regcred') =>
  PullSecret.fromLogins({
    name,
    logins: [Registry.ghcr().login(Credentials.unsafePlainText({ username: 'bot', password: 'token' }))],
  });
