import type { Environment } from '../environment';

/** Where `docker login` and `podman login` keep logins, in the order in which they are looked at. */
export function dockerConfigFiles(environment: Environment): string[] {
  const home = environment.HOME ?? environment.USERPROFILE;
  const { DOCKER_CONFIG, REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME } = environment;
  const docker = DOCKER_CONFIG ?? (home && `${home}/.docker`);
  const config = XDG_CONFIG_HOME ?? (home && `${home}/.config`);
  const files = [
    docker && `${docker}/config.json`,
    REGISTRY_AUTH_FILE,
    XDG_RUNTIME_DIR && `${XDG_RUNTIME_DIR}/containers/auth.json`,
    config && `${config}/containers/auth.json`,
  ];
  return files.filter((file) => file !== undefined && file !== '') as string[];
}
