/** The Secret type whose `.dockerconfigjson` the kubelet reads. @see https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets */
export const DOCKER_CONFIG_JSON_TYPE = 'kubernetes.io/dockerconfigjson';
/** The key of a `kubernetes.io/dockerconfigjson` Secret. */
export const DOCKER_CONFIG_JSON_KEY = '.dockerconfigjson';
/** The old Secret type: the same map without the `auths` around it. */
export const DOCKER_CFG_TYPE = 'kubernetes.io/dockercfg';
/** The key of a `kubernetes.io/dockercfg` Secret. */
export const DOCKER_CFG_KEY = '.dockercfg';
/** Bytes that the data of a Secret may hold, decoded: 1 MiB. @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-data-size */
export const MAX_SECRET_BYTES = 1_048_576;
