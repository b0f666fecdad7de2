import type { AnonymousAccess } from './anonymous-access';

/**
 * How a fact was established: `source` read in the code of the vendor or of a cloud provider, `docs` on the vendor's pages, `thread` in an
 * issue or pull request, `published` in several independent public files, `run` observed; `unverified` is a lead until somebody checks it.
 */
export type Evidence = 'run' | 'source' | 'docs' | 'thread' | 'published' | 'unverified';

/** The facts of a record, each with its own evidence. */
export type FactName = 'hosts' | 'username' | 'lifetime' | 'path' | 'anonymous';

/** Everything that is known of one vendor: data only, so that it can be read, tested and printed. */
export interface RegistryRecord {
  /** Stable, kebab-case. */
  readonly id: string;
  /** As the vendor writes it. */
  readonly name: string;
  /** Anchored, linear, for a lower-case host without port; none where each customer has a host of their own. */
  readonly hosts: readonly RegExp[];
  /** Where several hosts are one registry: the host that images are named by. */
  readonly canonicalHost?: string;
  /** The server key of the whole registry, where it is not the host. */
  readonly serverKey?: string;
  /** The same hosts as globs of the kubelet, for `matchImages` of a `CredentialProviderConfig`. */
  readonly matchImages: readonly string[];
  /** Hosts that people take for the registry, but that no credential works for. */
  readonly mistakes?: readonly HostMistake[];
  readonly anonymous: AnonymousAccess;
  /** Repositories (without the host) that are public although not all of the registry is. */
  readonly publicRepositories?: readonly RegExp[];
  readonly username: UsernameConvention;
  readonly lifetime: TokenLifetime;
  readonly path: PathRule;
  readonly link: string;
  /** Month of the last check, as `YYYY-MM`. */
  readonly checked: string;
  readonly evidence: Readonly<Record<FactName, Evidence>>;
  /** How to get a credential and use it; none where nobody logs in. */
  readonly guide?: RegistryGuide;
  /** Hosts that the record must claim. */
  readonly samples: readonly string[];
  /** Near misses that it must not. */
  readonly misses: readonly string[];
}

/** A host that is taken for a registry, and what to write instead; both answers may use the groups of `host`. */
export interface HostMistake {
  readonly host: RegExp;
  readonly why: string;
  readonly writeServer: string;
  readonly writeImageHost: string;
}

/** What a username looks like. */
export interface UsernameConvention {
  /** As a noun phrase, in Markdown. */
  readonly text: string;
  readonly rules?: readonly UsernameRule[];
}

/** A rule that a username breaks when it is looked at (`when`, or always) and does not match. */
export interface UsernameRule {
  readonly when?: RegExp;
  readonly match: RegExp;
  /** What to write, as it stands after "write". */
  readonly write: string;
  /** `certain`: nothing else logs in; `usual`: other usernames may. */
  readonly strength: 'certain' | 'usual';
}

/** How long a credential works. */
export interface TokenLifetime {
  /** Seconds that the registry's short-lived token lives; none where credentials live until they are revoked. */
  readonly seconds?: number;
  /** Whether there is no other credential than that token. */
  readonly always?: boolean;
  /** The username that goes with no other credential than that token, and the token in words that stand after "holds". */
  readonly token?: { readonly username: RegExp; readonly text: string };
  /** In Markdown. */
  readonly text: string;
}

/** What stands between the host and the tag. */
export interface PathRule {
  /** The parts that must be there, by their names at the vendor. */
  readonly parts: readonly string[];
  /** Whether more parts may follow. */
  readonly nested: boolean;
  /** What else there is to know, as a sentence in Markdown. */
  readonly text?: string;
}

/** The text of the generated guide: one call, how to create the credential, what goes wrong. */
export interface RegistryGuide {
  /** A call of a factory of `Registry`. */
  readonly factory: string;
  /** Prefix of the two environment variables. */
  readonly prefix: string;
  /** How the steps were established. */
  readonly evidence: Evidence;
  readonly create: readonly string[];
  readonly pitfalls: readonly string[];
}
