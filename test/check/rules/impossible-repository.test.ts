import { findings, pod } from '../objects';

const found = (image: string) => findings('impossible-repository', [pod({ image })]);

test.each([
  ['acme/team/app:1', 'acme/team/app'],
  ['docker.io/a/b/c', 'a/b/c'],
  // the host of another registry behind that of Docker Hub
  ['docker.io/ghcr.io/acme/app:1', 'ghcr.io/acme/app'],
])('hit: %s', (image, repository) => {
  expect(found(image)).toEqual([
    `warning Pod/api spec.containers[0].image: Docker Hub wants a path of 2 parts, namespace/repository: got '${repository}'`,
  ]);
});

test.each([
  'nginx',
  'acme/app:1',
  'docker.io/library/nginx',
  'ghcr.io/acme/team/app:1',
  'registry.example.com/a/b/c/d',
  // of other vendors nobody has seen the refusal
  'ghcr.io/app',
  'quay.io/app',
  'europe-west1-docker.pkg.dev/acme-prod/app',
  'Not an image',
])('miss: %s', (image) => {
  expect(found(image)).toEqual([]);
});
