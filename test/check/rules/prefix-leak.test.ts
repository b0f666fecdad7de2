import { check, findings, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('prefix-leak', objects);
const pull = (image: string) => pod({ secrets: ['regcred'], image });
const at = (rest: string) => [
  `${rest.split(' ')[0]} Secret/regcred data[".dockerconfigjson"]: ${rest.slice(rest.indexOf(' ') + 1)}`,
];

test('hit: a warning while no image gets the password that should not', () => {
  expect(found(secret(['ghcr.io/acme']), pull('ghcr.io/acme/api:1'))).toEqual(
    at(
      "warning the key 'ghcr.io/acme' of Secret 'regcred' has no '/' at its end, so its password also goes to 'ghcr.io/acme-…'",
    ),
  );
});

test('hit: an error where one does', () => {
  expect(found(secret(['ghcr.io/acme']), pull('ghcr.io/acme-evil/api:1'))).toEqual(
    at(
      "error the key 'ghcr.io/acme' of Secret 'regcred' has no '/' at its end, so its password also goes to 'ghcr.io/acme-evil/api'",
    ),
  );
  expect(found(secret(['*.example.com/acme']), pull('a.example.com/acmes/api:1'))[0]).toMatch(/^error/);
});

test.each([
  ['ghcr.io/acme', 'ghcr.io/acme/api:1', "write 'ghcr.io/acme/'"],
  ['GHCR.io/acme', 'ghcr.io/acme/api:1', "write 'ghcr.io/acme/'"],
  ['ghcr.io/acme/api', 'ghcr.io/acme/api:1', "write what holds the repository, with a final '/': 'ghcr.io/acme/'"],
])('the fix for %s', (key, image, fix) => {
  const { findings: all } = check([secret([key]), pull(image)]);
  expect(all.find(({ rule }) => rule === 'prefix-leak')?.fix).toBe(fix);
});

test.each([
  ['a host', 'ghcr.io'],
  ['a closed path', 'ghcr.io/acme/'],
  ['an API version that the kubelet drops', 'https://ghcr.io/v1/'],
  ['an API version without its slash', 'https://ghcr.io/v2'],
  ['a key that matches nothing anyway', 'https://index.docker.io/v1'],
  ['Docker Hub', 'https://index.docker.io/v1/'],
])('miss: %s', (_name, key) => {
  expect(found(secret([key]), pull('ghcr.io/acme/api:1'))).toEqual([]);
});

test('miss: an empty login leaks nothing', () => {
  expect(found(secret([{ 'ghcr.io/acme': {} }]), pull('ghcr.io/acme/api:1'))).toEqual([]);
});
