import { RegcredError } from '../../src/error';
import { parseServerKey } from '../../src/registry';
import fc from '../fast-check';

/** The code and the message of what is thrown. */
function refusal(text: string): string {
  try {
    return `accepted as ${parseServerKey(text)}`;
  } catch (error) {
    if (!(error instanceof RegcredError)) throw error;
    expect(error.code).toBe('registry-server-key');
    return error.message;
  }
}

test.each([
  // Docker Hub by every name that the kubelet finds it by
  ['https://index.docker.io/v1/', 'https://index.docker.io/v1/'],
  ['https://index.docker.io/v2/', 'https://index.docker.io/v1/'],
  ['index.docker.io', 'https://index.docker.io/v1/'],
  ['https://docker.io', 'https://index.docker.io/v1/'],
  ['docker.io/', 'https://index.docker.io/v1/'],
  ['docker.io', 'https://index.docker.io/v1/'],
  ['docker.io/acme', 'docker.io/acme/'],
  ['docker.io:443', 'docker.io:443'],
  // a host stays a host, a path ends in '/'
  ['ghcr.io', 'ghcr.io'],
  ['https://ghcr.io/', 'ghcr.io'],
  ['http://localhost:5000', 'localhost:5000'],
  ['localhost', 'localhost'],
  ['127.0.0.1:5000', '127.0.0.1:5000'],
  ['[::1]:5000', '[::1]:5000'],
  ['registry:5000', 'registry:5000'],
  ['ghcr.io/acme', 'ghcr.io/acme/'],
  ['ghcr.io/acme/', 'ghcr.io/acme/'],
  ['quay.io/acme/team_a/x__y.z', 'quay.io/acme/team_a/x__y.z/'],
  // the version of the API, as the kubelet drops it
  ['https://r.example.com/v1/', 'r.example.com'],
  ['https://r.example.com/v2/', 'r.example.com'],
  ['https://r.example.com/v2/acme', 'r.example.com/acme/'],
  ['r.example.com/v2/v1/acme', 'r.example.com/v2/v1/acme/'],
  ['r.example.com/v1/v2', 'r.example.com/v2/v2/'],
  ['r.example.com/v3', 'r.example.com/v3/'],
  // wildcards for one label of the host
  ['*.dkr.ecr.eu-west-1.amazonaws.com', '*.dkr.ecr.eu-west-1.amazonaws.com'],
  ['reg*.example.com/acme', 'reg*.example.com/acme/'],
  ['acmeprod-h4s1.westeurope.geo.azurecr.io', 'acmeprod-h4s1.westeurope.geo.azurecr.io'],
])('%s is %s', (text, key) => {
  expect(parseServerKey(text)).toBe(key);
});

test('what the kubelet would find nothing by is refused, with what to write', () => {
  const texts = [
    '',
    'https://index.docker.io/v1',
    'index.docker.io/v2',
    'index.docker.io/acme',
    'https://index.docker.io/v1/acme',
    'registry-1.docker.io',
    'https://registry-1.docker.io/v2/',
    'registry-1.docker.io/acme',
    'https://hub.docker.com',
    'registry.hub.docker.com',
    'github.com',
    'gitlab.com/acme',
    'HTTPS://ghcr.io',
    'ftp://r.example.com',
    'GHCR.io',
    'GHCR.io/Acme',
    'ghcr.io/Acme',
    'https://r.example.com/v2',
    'ghcr.io/acme/app:1.0',
    'ghcr.io:latest',
    'ghcr.io/acme/app@sha256:abc',
    'https://robot:hunter2@r.example.com/v2/',
    'robot:hun/ter?2@r.example.com',
    'r.example.com?token=hunter2',
    'r.example.com/acme#hunter2',
    ' ghcr.io',
    'ghcr.io\n',
    'ghcr.io acme',
    'ghcr.io/*',
    'ghcr.io/acme/*',
    'r.example.com:*',
    'r.example.com:99999',
    '*',
    '*.io',
    'acme.*',
    'registry',
    '[::1]',
    '[::1',
    'r..example.com',
    '-r.example.com',
    'r.example.com/a//b',
    'r.example.com/../a',
    'r.example.com/%61',
    'r.example.com\\acme',
    `${'a'.repeat(600)}.example.com`,
    'acmeprod.westeurope.data.azurecr.io',
    'https://acmeprod-h4s1.eastus.data.azurecr.us/acme',
    '12345.dkr.ecr.eu-west-1.amazonaws.com',
    '123456789012.dkr.ecr.eu-wset-1.amazonaws.com',
    '123456789012.dkr.ecr.mars-1.amazonaws.com',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.com',
    '123456789012.dkr.ecr.cn-north-1.amazonaws.cn/acme',
    '123456789012.dkr-ecr.us-east-1.amazonaws.com',
    '123456789012.dkr.ecr-fips.eu-west-1.amazonaws.com',
  ];
  expect(texts.map(refusal).join('\n')).toMatchInlineSnapshot(`
"server key is empty: write a host such as 'ghcr.io'
server key ends in '/v1' without a '/', which the kubelet takes for a part of the image's name: got 'https://index.docker.io/v1', write 'https://index.docker.io/v1/'
server key ends in '/v2' without a '/', which the kubelet takes for a part of the image's name: got 'index.docker.io/v2', write 'https://index.docker.io/v1/'
server key has a path under 'index.docker.io', where the kubelet looks for none: got 'index.docker.io/acme', write 'docker.io/acme/'
server key has a path under 'index.docker.io', where the kubelet looks for none: got 'https://index.docker.io/v1/acme', write 'docker.io/acme/'
server key is no registry: the kubelet never uses it for images of Docker Hub: got 'registry-1.docker.io', write 'https://index.docker.io/v1/'
server key is no registry: the kubelet never uses it for images of Docker Hub: got 'https://registry-1.docker.io/v2/', write 'https://index.docker.io/v1/'
server key is no registry: the kubelet never uses it for images of Docker Hub: got 'registry-1.docker.io/acme', write 'docker.io/acme/'
server key is no registry: the kubelet never uses it for images of Docker Hub: got 'https://hub.docker.com', write 'https://index.docker.io/v1/'
server key is no registry: the kubelet never uses it for images of Docker Hub: got 'registry.hub.docker.com', write 'https://index.docker.io/v1/'
server key is no registry: it serves no images: got 'github.com', write 'ghcr.io'
server key is no registry: it serves no images: got 'gitlab.com/acme', write 'registry.gitlab.com/acme/'
server key starts with 'HTTPS', which the kubelet only knows in lower case: got 'HTTPS://ghcr.io', write 'ghcr.io'
server key starts with 'ftp://', which is no way to a registry: got 'ftp://r.example.com', write 'r.example.com'
server key has capitals in the host, which the kubelet matches letter for letter: got 'GHCR.io', write 'ghcr.io'
server key has capitals in the host, which the kubelet matches letter for letter: got 'GHCR.io/Acme', write 'ghcr.io/acme/'
server key has capitals in the path, but names of images are lower case: got 'ghcr.io/Acme', write 'ghcr.io/acme/'
server key ends in '/v2' without a '/', which the kubelet takes for a part of the image's name: got 'https://r.example.com/v2', write 'r.example.com'
server key holds a tag: it names an image, not a registry: got 'ghcr.io/acme/app:1.0', write 'ghcr.io/acme/'
server key holds a tag: it names an image, not a registry: got 'ghcr.io:latest', write 'ghcr.io'
server key holds a digest: it names an image, not a registry: got 'ghcr.io/acme/app@sha256:abc', write 'ghcr.io/acme/'
server key holds a login, which belongs into the credentials: got '***@r.example.com/v2/', write 'r.example.com'
server key holds a login, which belongs into the credentials: got one that is not shown
server key holds a query or fragment, which the kubelet drops: got 'r.example.com?…', write 'r.example.com'
server key holds a query or fragment, which the kubelet drops: got 'r.example.com/acme#…', write 'r.example.com/acme/'
server key holds a blank or a control character: got ' ghcr.io', write 'ghcr.io'
server key holds a blank or a control character: got 'ghcr.io\\n', write 'ghcr.io'
server key holds a blank or a control character: got 'ghcr.io acme'
server key has a wildcard in the path, which the kubelet only knows in the host: got 'ghcr.io/*', write 'ghcr.io'
server key has a wildcard in the path, which the kubelet only knows in the host: got 'ghcr.io/acme/*', write 'ghcr.io/acme/'
server key has a wildcard in the port, which the kubelet compares letter for letter: got 'r.example.com:*'
server key has a malformed port: got 'r.example.com:99999'
server key names no registry: in an image, a host needs a '.' or a port, or is 'localhost': got '*'
server key has a wildcard in the last two parts of the host, which would send the password to strangers: got '*.io'
server key has a wildcard in the last two parts of the host, which would send the password to strangers: got 'acme.*'
server key names no registry: in an image, a host needs a '.' or a port, or is 'localhost': got 'registry'
server key is an IPv6 address without a port, which the kubelet never matches: got '[::1]'
server key has a malformed port: got '[::1'
server key has a malformed host: got 'r..example.com'
server key has a malformed host: got '-r.example.com'
server key has a path that no image can have: got 'r.example.com/a//b'
server key has a path that no image can have: got 'r.example.com/../a'
server key has a path that no image can have: got 'r.example.com/%61'
server key has a malformed host: got 'r.example.com\\acme'
server key is longer than 512 characters: got 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' (612 characters)
server key is no registry: a data endpoint only serves layers, nobody logs in there: got 'acmeprod.westeurope.data.azurecr.io', write 'acmeprod.azurecr.io'
server key is no registry: a data endpoint only serves layers, nobody logs in there: got 'https://acmeprod-h4s1.eastus.data.azurecr.us/acme', write 'acmeprod-h4s1.azurecr.us/acme/'
server key is no host of ECR: account must be the 12 digits of an AWS account: got '12345': got '12345.dkr.ecr.eu-west-1.amazonaws.com'
server key is no host of ECR: unknown AWS region: got 'eu-wset-1', known are eu-central-1, eu-central-2, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-2, eu-west-3, eu-isoe-west-1; for a newer region give Registry.ecr an endpointSuffix: got '123456789012.dkr.ecr.eu-wset-1.amazonaws.com'
server key is no host of ECR: unknown AWS region: got 'mars-1', it belongs to no known partition; for a newer region give Registry.ecr an endpointSuffix: got '123456789012.dkr.ecr.mars-1.amazonaws.com'
server key is no host of ECR: region cn-north-1 has another one: got '123456789012.dkr.ecr.cn-north-1.amazonaws.com', write '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn'
server key is no host of ECR: region cn-north-1 has another one: got '123456789012.dkr.ecr.cn-north-1.amazonaws.cn/acme', write '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/acme/'
server key is no host of ECR: region us-east-1 has another one: got '123456789012.dkr-ecr.us-east-1.amazonaws.com', write '123456789012.dkr-ecr.us-east-1.on.aws'
server key is no host of ECR: no FIPS host of ECR is known in eu-west-1 (only in us-east-1, us-east-2, us-west-1, us-west-2, us-gov-east-1, us-gov-west-1); if there is one now, give Registry.ecr an endpointSuffix: got '123456789012.dkr.ecr-fips.eu-west-1.amazonaws.com'"
`);
});

test('no message shows a login or a query', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9:/?#@ !$%&*+.,;=_~-]{1,12}$/).map((text) => `S3CR3T${text}S3CR3T`);
  const texts = fc.oneof(
    fc.tuple(secret, fc.webUrl()).map(([login, url]) => url.replace('://', `://${login}@`)),
    secret.map((login) => `${login}@r.example.com/acme`),
    secret.map((token) => `https://r.example.com/acme?token=${token}`),
  );
  fc.assert(fc.property(texts, (text) => !refusal(text).includes('S3CR3T')));
});

describe('for any text', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('', 'https://', 'http://', 'HTTPS://'),
        fc.constantFrom(
          'docker.io',
          'index.docker.io',
          'registry-1.docker.io',
          'GHCR.io',
          'quay.io',
          '*.example.com',
          'r.x:5000',
        ),
        fc
          .array(fc.constantFrom('/', '/v1', '/v2', '/acme', '/Acme', '/*', ':1', '@sha256:0', '-x', '?'))
          .map((path) => path.join('')),
      )
      .map((parts) => parts.join('')),
  );

  test('a key is its own key', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const key = refusal(text).match(/^accepted as (.*)$/)?.[1];
        return key === undefined || parseServerKey(key) === key;
      }),
    );
  });

  test('what a message says to write is accepted, and is the key', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const write = refusal(text).match(/, write '(.*)'$/)?.[1];
        return write === undefined || parseServerKey(write) === write;
      }),
    );
  });

  test('a key with a path ends in a slash, one without does not', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const key = refusal(text).match(/^accepted as (.*)$/)?.[1];
        if (key === undefined || key === 'https://index.docker.io/v1/') return true;
        return key.includes('/') === key.endsWith('/');
      }),
    );
  });
});

test.each(['a', 'a.', '/', 'a/', ':', '@', '*', '*.', '[', '%', ' ', 'a-'])('%j, half a million times', (piece) => {
  expect(refusal(piece.repeat(500_000)).length).toBeLessThan(2_000);
});
