/** A host without its port, and the port, empty where there is none. */
export interface HostPort {
  readonly host: string;
  readonly port: string;
}

/**
 * Splits as the kubelet does with Go's `net.SplitHostPort`: what Go calls an error is a host without a port, brackets and all.
 *
 * @see https://github.com/golang/go/blob/go1.26.0/src/net/ipsock.go (SplitHostPort)
 */
export function splitHostPort(text: string): HostPort {
  const match = /^(?:\[([^\][]*)\]|([^:\][]*)):([^:\][]*)$/.exec(text);
  if (match === null) return { host: text, port: '' };
  const [, literal, name = '', port = ''] = match;
  return { host: literal ?? name, port };
}
