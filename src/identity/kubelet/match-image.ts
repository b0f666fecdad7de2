import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';
import { CATALOGUE } from '../../registry';

const MAX_PATTERN = 300;
const LABEL = /^[a-z0-9*-]+$/;
const PORT = /^[1-9]\d{0,4}$/;
const PATH = /^[\w./-]*$/;

/** A pattern of `matchImages`: globs in the host, none in port and path. @see https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/#configure-image-matching */
export function parseMatchImage(pattern: string): string {
  requireString(
    pattern,
    'credential-provider-match-images',
    'pattern of matchImages',
    "one such as '*.registry.example.com'",
  );
  const slash = pattern.indexOf('/');
  const authority = slash < 0 ? pattern : pattern.slice(0, slash);
  const path = slash < 0 ? '' : pattern.slice(slash + 1);
  const [host = '', port, ...rest] = authority.split(':');
  const isPattern =
    pattern.length <= MAX_PATTERN &&
    host.split('.').every((label) => LABEL.test(label)) &&
    (port === undefined || PORT.test(port)) &&
    rest.length === 0 &&
    PATH.test(path);
  if (isPattern) return pattern;
  throw new RegcredError(
    'credential-provider-match-images',
    `matchImages takes hosts in lower case, with '*' for parts of a label, and a port or a path without any: got ${quoted(pattern)}, ` +
      "write it as '*.registry.example.com' or 'registry.example.com:5000/team', without a scheme",
  );
}

/** Every host form of the catalogue's records; a test knows that the ids are there. */
export function matchImagesOf(registryIds: readonly string[]): string[] {
  return registryIds.flatMap((id) => CATALOGUE.find((record) => record.id === id)?.matchImages ?? []);
}
