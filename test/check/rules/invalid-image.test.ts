import { check, findings, pod } from '../objects';

const found = (image: unknown) => findings('invalid-image', [pod({ image })]);

test.each<[unknown, string]>([
  [
    'ghcr.io/Acme/api:1',
    "image of container 'api': repository must be lower case: got 'ghcr.io/Acme/api:1', write 'ghcr.io/acme/api:1'",
  ],
  [
    'ghcr.io/acme/api@sha256:12',
    "'ghcr.io/acme/api@sha256:12' is no image name: sha256 digest must have 64 hexadecimal digits, not 2: got 'sha256:12'",
  ],
  ['', "container 'api' has no image: image must not be empty, write one such as 'nginx:1.27': got ''"],
  [null, "container 'api' has no image: there is none"],
  [1.5, "'1.5' is no image name: YAML reads it as a number: put quotes around it"],
  [
    { '[object Object]': null },
    "container 'api' has no image: it is no text; a template that was not rendered looks like this",
  ],
  [
    'bot:hunter2@ghcr.io/acme/api',
    "image of container 'api': image must not hold a login (a pull secret does): got '***@ghcr.io/acme/api', write 'ghcr.io/acme/api'",
  ],
])('hit: %j', (image, message) => {
  expect(found(image)).toEqual([`error Pod/api spec.containers[0].image: ${message}`]);
});

test.each(['nginx', 'ghcr.io/acme/api:1', 'localhost:5000/x'])('miss: %s', (image) => {
  expect(found(image)).toEqual([]);
});

test.each<[unknown, string]>([
  ['Nginx', 'write REGISTRY/REPOSITORY:TAG'],
  ['{{ .Values.image }}:{{ .Values.tag }}', "render it first, as in 'helm template . | regcred check -'"],
  [{ '[object Object]': null }, "render it first, as in 'helm template . | regcred check -'"],
])('the way out of %j: %s', (image, fix) => {
  expect(check([pod({ image })]).findings[0]).toMatchObject({ rule: 'invalid-image', fix });
});
