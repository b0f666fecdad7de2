import { type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('login-breaks-public-image', objects);
const pull = (image = PUBLIC) => pod({ secrets: ['regcred'], image });

test('hit: advice while the login may work', () => {
  expect(found(secret(['registry.k8s.io']), pull('registry.k8s.io/pause:3.10'))).toEqual([
    "info Pod/api spec.containers[0].image: 'registry.k8s.io/pause:3.10' is public, but the kubelet logs in for it with the key 'registry.k8s.io' of Secret 'regcred'",
  ]);
  expect(found(secret(['https://index.docker.io/v1/']), pull('nginx:1.27'))).toHaveLength(1);
});

test('hit: an error where the login is empty', () => {
  expect(found(secret([{ 'registry.k8s.io': {} }]), pull())[0]).toMatch(/^error/);
});

test('hit: an image that is declared public', () => {
  const objects = [secret(['ghcr.io']), pull('ghcr.io/acme/public/web:1')];
  expect(findings('login-breaks-public-image', objects, { publicImages: ['ghcr.io/acme/public/*'] })).toHaveLength(1);
});

test('miss: no login matches, or the image is not known to be public', () => {
  expect(found(secret(['ghcr.io']), pull())).toEqual([]);
  expect(found(secret(['ghcr.io']), pull('ghcr.io/acme/api:1'))).toEqual([]);
});
