/** The host of Docker Hub's images, and a server key that matches them all. */
export const DOCKER_HUB = 'docker.io';

/** The normalised key of `https://index.docker.io/v1/`, which the kubelet tries for Docker Hub's images when no other matches. */
export const DOCKER_HUB_KEY = 'index.docker.io';
