import { Credentials, PrivateRegistryAccess, PullSecret, Registry, ServiceAccountBinding } from '../../../src';

import { DEMO_CREDENTIALS } from '../../examples/example-runner';
import { eventSays } from '../client/events';
import { unknownLogin } from '../client/hub';
import { apply, get, kubectl } from '../client/kubectl';
import { pod } from '../client/manifests';
import { bound, newNamespace } from '../client/namespace';
import { pullOf, running } from '../client/pull';
import { describeOn } from '../client/suite';
import { synth, synthExample } from '../client/synth';
import type { Login } from '../harness/image';
import { buildAndPush } from '../harness/image';
import { hub, selfHosted } from '../harness/registries';
import { putAccount } from '../harness/token-client';

const IMAGE = 'cloudwithvarjosh/app1:1.0.0';
/** The logins of the examples, which the hub takes. */
const loginOf = (prefix: string): Login => ({
  username: DEMO_CREDENTIALS[`${prefix}_USERNAME`] ?? '',
  password: DEMO_CREDENTIALS[`${prefix}_PASSWORD`] ?? '',
});
const ACCOUNT = loginOf('DOCKERHUB');

/** What the registry tells a node that comes without a login: the words of the lecture's third chapter. */
const DENIED =
  'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';

/** The lecture's application; its base image would be `python:3.9-slim`, here it is busybox. */
const APP = {
  files: {
    '/app/app.py': [
      'from flask import Flask',
      'app = Flask(__name__)',
      '@app.route("/")',
      'def home():',
      '    return "Hello, Docker!"',
    ].join('\n'),
  },
  command: ['python', 'app.py'],
};

describeOn('node', "the lecture's demos, from what the examples write, applied with kubectl", () => {
  beforeAll(async () => {
    await putAccount(ACCOUNT.username, { ...ACCOUNT, repositories: ['cloudwithvarjosh/'], push: true });
    buildAndPush(`${hub.host}/${IMAGE}`, APP, ACCOUNT);
  });

  describe('demo 0: build and push a private image', () => {
    test.each([
      ['without a login', 401, {}],
      ['as somebody else', 401, basic(unknownLogin())],
      ['as its owner', 200, basic(selfHosted.account)],
    ])("a registry of one's own, asked %s: %d", async (_, status, headers) => {
      buildAndPush(`${selfHosted.host}/${IMAGE}`, APP, selfHosted.account);
      const url = `http://${selfHosted.host}/v2/cloudwithvarjosh/app1/manifests/1.0.0`;
      const accept = 'application/vnd.oci.image.manifest.v1+json';
      expect((await fetch(url, { headers: { ...headers, accept } })).status).toBe(status);
    });

    test('a registry with tokens, asked without one, says where to get it', async () => {
      const response = await fetch(`http://${hub.host}/v2/cloudwithvarjosh/app1/manifests/1.0.0`);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('scope="repository:cloudwithvarjosh/app1:pull"');
    });
  });

  describe('chapter 3: the problem', () => {
    test('a pod without a credential: ErrImagePull, and the words of the registry', async () => {
      const namespace = await newNamespace('lecture');
      await apply(pod(namespace, 'mypod', `docker.io/${IMAGE}`));
      expect(await pullOf(namespace, 'mypod')).toMatchObject({
        outcome: 'refused',
        reason: expect.stringMatching(/^(ErrImagePull|ImagePullBackOff)$/),
        message: expect.stringContaining(DENIED),
      });
      expect(await kubectl('get', 'pods', '-n', namespace)).toMatch(/mypod +0\/1 +(ErrImagePull|ImagePullBackOff)/);
      await eventSays(namespace, `Failed to pull image "docker.io/${IMAGE}"`);
    });
  });

  describe('demo 1: a pod that lists the Secret', () => {
    test('examples/demo-1-pod: Running', async () => {
      await apply(synthExample('demo-1-pod'));
      await running('default', 'mypod');
      expect(await kubectl('get', 'pod', 'mypod')).toMatch(/mypod +1\/1 +Running/);
    });

    test('the Secret, decoded as the lecture does it', async () => {
      await apply(synthExample('demo-1-pod'));
      const { type, data } = await get<Secret>('secret', 'default', 'dockerhub-secret');
      expect(type).toBe('kubernetes.io/dockerconfigjson');
      expect(JSON.parse(Buffer.from(data['.dockerconfigjson'], 'base64').toString())).toEqual({
        auths: {
          'https://index.docker.io/v1/': {
            ...ACCOUNT,
            email: 'cloudwithvarjosh@gmail.com',
            auth: Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`).toString('base64'),
          },
        },
      });
    });
  });

  describe('demos 2 and 3: the accounts of app1-ns', () => {
    test('examples/demo-2-default-service-account: a pod that says nothing of the Secret runs', async () => {
      await applyWithAccount('demo-2-default-service-account', 'default');
      await running('app1-ns', 'mypod');
      expect((await get<Pod>('pod', 'app1-ns', 'mypod')).spec.imagePullSecrets).toEqual([{ name: 'dockerhub-secret' }]);
    });

    test('examples/demo-3-custom-service-account: a pod that runs as app1-sa runs', async () => {
      await applyWithAccount('demo-3-custom-service-account', 'app1-sa');
      await running('app1-ns', 'app1-pod');
      expect((await get<Pod>('pod', 'app1-ns', 'app1-pod')).spec.serviceAccountName).toBe('app1-sa');
    });

    test('without the binding app1-sa pulls nothing, although `default` is bound', async () => {
      const namespace = await newNamespace('lecture');
      await apply(declaration(namespace, { bindings: [ServiceAccountBinding.patchDefault()] }));
      await kubectl('create', 'serviceaccount', 'app1-sa', '-n', namespace);
      await bound(namespace, 'default', ['dockerhub-secret']);
      await apply(pod(namespace, 'app1-pod', `docker.io/${IMAGE}`, { serviceAccountName: 'app1-sa' }));
      expect(await pullOf(namespace, 'app1-pod')).toMatchObject({ message: expect.stringContaining(DENIED) });
    });
  });

  describe("demo 2's note: if the pod fails", () => {
    test('the Secret does not exist in the namespace', async () => {
      const namespace = await newNamespace('lecture');
      await apply(declaration(namespace, { pullSecret: PullSecret.existing('dockerhub-secret') }));
      await bound(namespace, 'default', ['dockerhub-secret']);
      await apply(pod(namespace, 'mypod', `docker.io/${IMAGE}`));
      expect(await pullOf(namespace, 'mypod')).toMatchObject({ message: expect.stringContaining(DENIED) });
      await eventSays(namespace, 'Unable to retrieve some image pull secrets (dockerhub-secret)');
    });

    test('the Secret is not attached to the account', async () => {
      const namespace = await newNamespace('lecture');
      await apply([...declaration(namespace, { bindings: [] }), pod(namespace, 'mypod', `docker.io/${IMAGE}`)]);
      expect(await pullOf(namespace, 'mypod')).toMatchObject({ message: expect.stringContaining(DENIED) });
    });

    test('the credentials in the Secret are wrong', async () => {
      const namespace = await newNamespace('lecture');
      await apply(declaration(namespace, { login: { ...ACCOUNT, password: 'wrong' } }));
      await bound(namespace, 'default', ['dockerhub-secret']);
      await apply(pod(namespace, 'mypod', `docker.io/${IMAGE}`));
      expect(await pullOf(namespace, 'mypod')).toMatchObject({
        message: expect.stringContaining('failed to fetch oauth token: unexpected status: 401 Unauthorized'),
      });
    });

    test('the image does not exist', async () => {
      const namespace = await newNamespace('lecture');
      await apply(declaration(namespace, {}));
      await bound(namespace, 'default', ['dockerhub-secret']);
      await apply(pod(namespace, 'mypod', 'docker.io/cloudwithvarjosh/app1:9.9.9'));
      expect(await pullOf(namespace, 'mypod')).toMatchObject({ message: expect.stringContaining('not found') });
    });
  });
});

describeOn('node', "the introduction's pod, which pulls from a registry of one's own", () => {
  test('examples/regcred-pod: Running', async () => {
    const login = loginOf('PRIVATE_REGISTRY');
    await putAccount(login.username, { ...login, repositories: ['apps/'] });
    buildAndPush(`${hub.host}/apps/internal-app:latest`, APP, hub.publisher);
    await apply(synthExample('regcred-pod'));
    await running('default', 'nginx-pod');
  });
});

interface Secret {
  readonly type: string;
  readonly data: { readonly '.dockerconfigjson': string };
}

interface Pod {
  readonly spec: { readonly serviceAccountName: string; readonly imagePullSecrets?: readonly object[] };
}

/** What demo 2 declares, or one thing otherwise. */
function declaration(
  namespace: string,
  {
    login = ACCOUNT,
    pullSecret,
    bindings,
  }: { login?: Login; pullSecret?: PullSecret; bindings?: ServiceAccountBinding[] },
): object[] {
  const credentials = Credentials.unsafePlainText(login);
  const fromLogin = () =>
    PullSecret.fromLogins({ name: 'dockerhub-secret', logins: [Registry.dockerHub().login(credentials)] });
  return synth((chart) => {
    const pullSecrets = [pullSecret ?? fromLogin()];
    new PrivateRegistryAccess(chart, 'pull', { namespaces: [namespace], pullSecrets, serviceAccounts: bindings });
  });
}

/**
 * Applies an example whose pod counts on its account. Admission sees an account a moment after it was changed, so the pod comes
 * once more when it does: `PrivateRegistryAccess` spares its users that, with the pod defaults that the example turns off.
 */
async function applyWithAccount(example: string, account: string): Promise<void> {
  const yaml = synthExample(example);
  await apply(yaml);
  await bound('app1-ns', account, ['dockerhub-secret']);
  await kubectl('delete', 'pods', '--all', '-n', 'app1-ns', '--now');
  await apply(yaml);
}

function basic({ username, password }: Login): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}
