/** An error in the words of a Go program. It stays inside this room: `DockerConfig` throws it on as a `RegcredError`. */
export class GoError extends Error {}
