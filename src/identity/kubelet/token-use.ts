/** What a credential provider does with the ServiceAccount tokens of pods. */
export enum ServiceAccountTokens {
  /** Nothing: the node's identity pulls for every pod. */
  OFF = 'off',
  /** A pod whose ServiceAccount has the annotation pulls as that identity, every other pod as the node. */
  OPTIONAL = 'optional',
  /** Only pods whose ServiceAccount has the annotation are served. */
  REQUIRED = 'required',
}

/** What the kubelet keeps the credentials of a provider by. */
export enum TokenCacheType {
  /** By ServiceAccount: what the provider gives depends on who asks, not on the one token. */
  SERVICE_ACCOUNT = 'ServiceAccount',
  /** By token: what the provider gives lives no longer than the token. */
  TOKEN = 'Token',
}
