/** The host of Docker Hub's images, and a server key that matches them all. */
export const DOCKER_HUB = 'docker.io';
/** The normalised key of Docker Hub's `https://index.docker.io/v1/`. */
export const DOCKER_HUB_KEY = 'index.docker.io';

/**
 * Whether the kubelet takes an image for Docker Hub's when no key matched. It looks at the text, so `localhost/app` counts, too.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/credentialprovider/keyring.go (isDefaultRegistryMatch)
 */
export function isDefaultRegistry(name: string): boolean {
  const [host = '', ...path] = name.split('/');
  if (host === '') return false;
  return path.length === 0 || host === DOCKER_HUB || host === DOCKER_HUB_KEY || !/[.:]/.test(host);
}
