import { serverKeysOfTemplate } from '../../../src/check/model/template-keys';

test.each<[string, string, readonly string[] | undefined]>([
  ['JSON', '{"auths":{"ghcr.io":{}}}', ['ghcr.io']],
  ['actions in quotes', '{"auths":{"ghcr.io":{"auth":"{{ printf "%s:%s" .u .p | b64enc }}"}}}', ['ghcr.io']],
  ['actions without', '{"auths":{"ghcr.io":{{ .entry | toJson }}}}', ['ghcr.io']],
  [
    'several keys',
    '{"auths":{"ghcr.io/acme/":{},"https://index.docker.io/v1/":{}}}',
    ['ghcr.io/acme/', 'https://index.docker.io/v1/'],
  ],
  ['a key that is computed', '{"auths":{"{{ .registry }}":{},"ghcr.io":{}}}', undefined],
  ['a key that is half computed', '{"auths":{"{{ .account }}.dkr.ecr.eu-west-1.amazonaws.com":{}}}', undefined],
  [
    'functions',
    '{{ dict "auths" (dict "registry.example.com:5000" (dict "auth" .a)) | toJson }}',
    ['registry.example.com:5000'],
  ],
  ['nothing that looks like a host', '{{ .dockerconfigjson }}', undefined],
  ['an action that does not end', '{"auths":{"ghcr.io":{{ .a', ['ghcr.io']],
  ['JSON that is no config', '[]', undefined],
  ['nothing', '', undefined],
  ['more than anybody writes', `{"auths":{"ghcr.io":{"auth":"${'a'.repeat(70_000)}"}}}`, undefined],
])('%s', (_name, template, keys) => {
  expect(serverKeysOfTemplate(template)).toEqual(keys);
});

test.each(['{{', '}}', '{{}}', '"', '"a', '{"', '".'.repeat(3)])('%s, as often as a template is long', (piece) => {
  expect(serverKeysOfTemplate(piece.repeat(65_536 / piece.length))).toBeUndefined();
});
