import type { DockerConfig } from '../../credential';
import type { JsonPath } from '../../manifest';
import type { ObjectRef } from './object-ref';

/** A Secret as the kubelet will meet it: one that a manifest holds, or one that something in the cluster makes. */
export interface SecretModel {
  readonly namespace: string;
  readonly name: string;
  /** The object that is or makes the Secret; none for a Secret that is only declared to exist. */
  readonly ref?: ObjectRef;
  /** The type it has or will have; unknown where its maker does not say. */
  readonly type?: string;
  readonly content: SecretContent;
  /** The way to its logins inside the object. */
  readonly path: JsonPath;
}

/** What the kubelet finds in a Secret that a pod names. */
export type SecretContent = LoginContent | MalformedContent | IgnoredContent | OpaqueContent;

/** Logins that can be read here and now. */
export interface LoginContent {
  readonly state: 'logins';
  readonly config: DockerConfig;
  /** Whether a password in the manifest is marked as one, or was put there by the cluster that the manifest was read out of. */
  readonly plaintext: 'unmarked' | 'marked' | 'managed';
}

/** Something that does not decode: every pull of every pod that names it fails. */
export interface MalformedContent {
  readonly state: 'malformed';
  readonly reason: string;
}

/** Something that the kubelet passes over without a word. */
export interface IgnoredContent {
  readonly state: 'ignored';
  /** What is wrong, to go after `the kubelet ignores it: `. */
  readonly reason: string;
  readonly fix: string;
}

/** Logins that are only known in the cluster. */
export interface OpaqueContent {
  readonly state: 'opaque';
  /** Server keys it will hold; none said means that nothing is known. */
  readonly covers?: readonly string[];
  /** The Secret it is copied from. */
  readonly copyOf?: { readonly namespace: string; readonly name: string };
}
