import { GoError } from './go-error';

/** The kubelet's words for an entry, with the entry that they are about: the kubelet itself does not say. */
export class EntryError extends GoError {
  public readonly serverKey: string;

  public constructor(serverKey: string, error: GoError) {
    super(error.message);
    this.serverKey = serverKey;
  }
}
