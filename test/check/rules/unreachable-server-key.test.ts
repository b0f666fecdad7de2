import { check, findings, pod, secret } from '../objects';

const rule = 'unreachable-server-key';
const pull = (image: string) => pod({ secrets: ['regcred'], image });
const found = (key: string, image: string) => findings(rule, [secret([key]), pull(image)]);
const fixOf = (key: string, image: string) =>
  check([secret([key]), pull(image)]).findings.find((finding) => finding.rule === rule)?.fix;

test.each([
  ['https://index.docker.io/v1', 'acme/api:1', "write 'https://index.docker.io/v1/'"],
  ['registry-1.docker.io', 'acme/api:1', "write 'https://index.docker.io/v1/'"],
  ['https://hub.docker.com', 'acme/api:1', "write 'https://index.docker.io/v1/'"],
  ['index.docker.io/acme', 'acme/api:1', "write 'docker.io/acme/'"],
  ['registry.example.com', 'registry.example.com:5000/api:1', "write 'registry.example.com:5000'"],
  ['registry.example.com:443', 'registry.example.com/api:1', "write 'registry.example.com'"],
  ['https://registry.example.com/v2', 'registry.example.com/team/api:1', "write 'registry.example.com'"],
  ['GHCR.IO', 'ghcr.io/acme/api:1', "write 'ghcr.io'"],
  ['ghcr.io/acme/*', 'ghcr.io/acme/api:1', "write 'ghcr.io/acme/'"],
  ['ghcr.io/acme/api/', 'ghcr.io/acme/api:1', "write 'ghcr.io/acme/'"],
  ['*.example.com', 'a.b.example.com/api:1', "write 'a.b.example.com'"],
  // no key with capitals is one that this library would write
  ['ghcr.io/acme/', 'GHCR.io/acme/api:1', "write the image in small letters, 'ghcr.io/acme/api'"],
])('hit: %s is not the key of %s', (key, image, fix) => {
  expect(found(key, image)).toHaveLength(1);
  expect(found(key, image)[0]).toMatch(
    /^error Secret\/regcred data\["\.dockerconfigjson"\]: the key '.*' of Secret 'regcred' does not match '/,
  );
  expect(fixOf(key, image)).toBe(fix);
  // and it is all that is said of the image
  expect(findings('missing-credential', [secret([key]), pull(image)])).toEqual([]);
});

test('hit: in the words of the kubelet', () => {
  expect(found('registry.example.com', 'registry.example.com:5000/api:1')).toEqual([
    "error Secret/regcred data[\".dockerconfigjson\"]: the key 'registry.example.com' of Secret 'regcred' does not match 'registry.example.com:5000/api': " +
      'it has another port, and no port is not the same as 443',
  ]);
});

test('hit: a warning where no image was meant', () => {
  expect(found('https://index.docker.io/v1', 'registry.k8s.io/pause:3.10')).toEqual([
    "warning Secret/regcred data[\".dockerconfigjson\"]: the key 'https://index.docker.io/v1' of Secret 'regcred' matches no image: " +
      "server key ends in '/v1' without a '/', which the kubelet takes for a part of the image's name: got 'https://index.docker.io/v1', write 'https://index.docker.io/v1/'",
  ]);
});

test("hit: Docker Hub's fallback behind a key that always comes first", () => {
  const objects = [
    secret(['docker.io', { 'https://index.docker.io/v1/': { username: 'other', password: 'other' } }]),
    pull('acme/api:1'),
  ];
  expect(findings(rule, objects)).toEqual([
    "warning Secret/regcred data[\".dockerconfigjson\"]: the key 'https://index.docker.io/v1/' of Secret 'regcred' matches no image: " +
      "'docker.io' comes first for every image of Docker Hub",
  ]);
  expect(findings(rule, [secret(['docker.io', 'https://index.docker.io/v1/']), pull('acme/api:1')])).toEqual([]);
});

test.each([
  ['a key that is used', 'ghcr.io', 'ghcr.io/acme/api:1'],
  ['one that is used in spite of a user in it', 'bot@ghcr.io', 'ghcr.io/acme/api:1'],
  ['one for another registry', 'quay.io', 'ghcr.io/acme/api:1'],
  ['one for another owner', 'ghcr.io/other/', 'ghcr.io/acme/api:1'],
])('miss: %s', (_name, key, image) => {
  expect(found(key, image)).toEqual([]);
});
