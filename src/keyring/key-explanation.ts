import type { KeyReason } from './key-reason';

/** What the kubelet makes of one entry when it looks for an image. */
export interface KeyExplanation {
  /** Which of the keyring's configs the entry is in, counted from 0. */
  readonly configIndex: number;
  /** Key of the entry, as written. */
  readonly serverKey: string;
  /** User name of the entry. */
  readonly username: string;
  /** Whether its login is tried. */
  readonly matches: boolean;
  /** Why. */
  readonly reason: KeyReason;
  /** Place in the order of trying, from 1. @default - it is not tried */
  readonly order?: number;
  /** Server key to write instead. @default - the key is right, or it is for something else */
  readonly suggestion?: string;
}
