import { randomBytes } from 'node:crypto';
import { Chart, Testing } from 'cdk8s';
import { FanOutEngine, NamespaceFanOut, NamespaceSelector, PullSecret } from '../../../src';
import { apply, kubectl, tryApply } from '../client/kubectl';
import { admittedPullSecrets, newNamespace } from '../client/namespace';
import { describeOn } from '../client/suite';
import { until } from '../harness/until';

const LABEL = 'acme.com/team';

/** A fan-out that binds the pods of the namespaces of a team of its own. */
async function bindPods(requireConsent = false): Promise<string> {
  const team = `t${randomBytes(3).toString('hex')}`;
  const chart = new Chart(Testing.app(), 'fan-out');
  new NamespaceFanOut(chart, 'fan-out', {
    name: team,
    selector: NamespaceSelector.labels({ [LABEL]: team }),
    pullSecrets: [PullSecret.existing('first'), PullSecret.existing('second')],
    engine: FanOutEngine.none(),
    requireConsent,
  });
  await apply(Testing.synth(chart));
  return team;
}

async function namespaceOf(team: string, ...more: string[]): Promise<string> {
  const name = await newNamespace('fan-out');
  await kubectl('label', 'namespace', name, `${LABEL}=${team}`, ...more);
  return name;
}

const lists = (...names: string[]) => ({ imagePullSecrets: names.map((name) => ({ name })) });

async function settled(namespace: string, names: readonly string[], spec: object = {}): Promise<void> {
  await until({ what: `pods of ${namespace} to list [${names}]`, seconds: 15 }, async () =>
    (await admittedPullSecrets(namespace, spec)).join() === names.join() ? true : undefined,
  );
}

describeOn('server', 'NamespaceFanOut: the API server binds pods of namespaces that come later', () => {
  let namespace: string;
  let team: string;
  beforeAll(async () => {
    team = await bindPods();
    namespace = await namespaceOf(team);
    await settled(namespace, ['first', 'second']);
  });

  test.each([
    ['no list: one is made', {}, ['first', 'second']],
    ['an empty list', lists(), ['first', 'second']],
    ['a list of its own: it stays', lists('mine'), ['mine', 'first', 'second']],
    ['one of ours in it: it is not there twice', lists('second', 'mine'), ['second', 'mine', 'first']],
    ['all of ours in it', lists('first', 'second'), ['first', 'second']],
  ])('%s', async (_, spec, expected) => {
    expect(await admittedPullSecrets(namespace, spec)).toEqual(expected);
  });

  test("the account's list comes first: the API server has copied it by then", async () => {
    await kubectl('patch', 'sa', 'default', '-n', namespace, '-p', '{"imagePullSecrets":[{"name":"of-account"}]}');
    await settled(namespace, ['of-account', 'first', 'second']);
    await kubectl('patch', 'sa', 'default', '-n', namespace, '-p', '{"imagePullSecrets":[]}');
  });

  test('a namespace without the label is left alone', async () => {
    expect(await admittedPullSecrets(await newNamespace('other'), {})).toEqual([]);
  });

  test('a namespace says no, by label or by annotation', async () => {
    const labelled = await namespaceOf(team, 'regcred.dev/exclude=true');
    await settled(labelled, []);
    const annotated = await namespaceOf(team);
    await settled(annotated, ['first', 'second']);
    await kubectl('annotate', 'namespace', annotated, 'regcred.dev/exclude=true');
    await settled(annotated, []);
  });

  test('with consent, a namespace says yes', async () => {
    const careful = await bindPods(true);
    const asked = await namespaceOf(careful, 'regcred.dev/pull-secrets=true');
    await settled(asked, ['first', 'second']);
    expect(await admittedPullSecrets(await namespaceOf(careful), {})).toEqual([]);
  });

  test('pods of a Deployment are bound, and its template stays as it is', async () => {
    const spec = { containers: [{ name: 'app', image: 'app:1' }] };
    const labels = { app: 'app' };
    const template = { metadata: { labels }, spec };
    await apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'app', namespace },
      spec: { replicas: 1, selector: { matchLabels: labels }, template },
    });
    const query = ['-n', namespace, '-o', 'jsonpath={..imagePullSecrets}'];
    const bound = await until({ what: 'a pod', seconds: 20 }, async () => {
      const found = await kubectl('get', 'pods', '-l', 'app=app', ...query);
      return found === '' ? undefined : found;
    });
    expect(JSON.parse(bound)).toEqual([{ name: 'first' }, { name: 'second' }]);
    expect(await kubectl('get', 'deployment', 'app', ...query)).toBe('');
  });

  test("a kubelet's mirror of a static pod stays as it is", async () => {
    const mirror = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'static', namespace, annotations: { 'kubernetes.io/config.mirror': 'x' } },
      spec: { nodeName: 'n1', containers: [{ name: 'a', image: 'a:1' }] },
    };
    const asNode = ['--as=system:node:n1', '--as-group=system:nodes', '--as-group=system:masters', '--dry-run=server'];
    const { stdout } = await tryApply(mirror, ...asNode, '-o', 'jsonpath={.spec.imagePullSecrets}');
    expect(stdout).toBe('');
  });
});
