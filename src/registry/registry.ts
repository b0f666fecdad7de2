import { requireOptions, requireString } from '../error';
import { ImageReference } from '../image';
import type { AnonymousAccess } from './anonymous-access';
import { claims, hostPattern, recordOf } from './catalogue';
import { customRecord, unknownRecord } from './custom-record';
import { ecrHost } from './ecr-host';
import type { ICredentials } from './i-credentials';
import { imageProblems, impossiblePath } from './image-problems';
import { isKnownPublic } from './known-public';
import { nestedScope, parsePathScope } from './path-scope';
import * as records from './records';
import { type LoginOptions, RegistryLogin } from './registry-login';
import type {
  AcrOptions,
  ArtifactoryOptions,
  ArtifactRegistryOptions,
  ChainguardOptions,
  CloudsmithOptions,
  CustomRegistryOptions,
  DigitalOceanOptions,
  DockerHubOptions,
  EcrOptions,
  GcrOptions,
  GhcrOptions,
  GitLabOptions,
  HarborOptions,
  IbmOptions,
  NexusOptions,
  NvidiaOptions,
  OcirOptions,
  QuayOptions,
  ScalewayOptions,
} from './registry-options';
import type { RegistryRecord } from './registry-record';
import { formatServerKey, parseServer } from './server-key';
import { checkUsername } from './username';
import { acrHost, artifactRegistryHost, gcrHost, ibmHost, ocirHost, ownHost, scalewayHost } from './vendor-host';

/**
 * A container registry: where it is, how to log in to it, and what its images are called.
 *
 * Each factory stands for one vendor. Options such as `owner` limit a login to a part of the registry: the kubelet then sends
 * it for those images only. What a vendor cannot have is refused with a RegcredError: `registry-host` or
 * `registry-server-key` for a host or a region, `registry-owner` for a part.
 */
export class Registry {
  /** Docker Hub. @see https://docs.docker.com/docker-hub/ */
  public static dockerHub(options: DockerHubOptions = {}): Registry {
    requireOptions(options, "Registry.dockerHub({ namespace: 'acme' })");
    return Registry.under(records.dockerHub, 'docker.io', 'namespace', options.namespace);
  }

  /** GitHub Container Registry, or the one of a GitHub Enterprise Server. */
  public static ghcr(options: GhcrOptions = {}): Registry {
    requireOptions(options, "Registry.ghcr({ owner: 'acme' })");
    return Registry.under(records.ghcr, ownHost(options.host ?? 'ghcr.io'), 'owner', options.owner);
  }

  /** Quay, or an installation of it. */
  public static quay(options: QuayOptions = {}): Registry {
    requireOptions(options, "Registry.quay({ organization: 'acme' })");
    return Registry.under(records.quay, ownHost(options.host ?? 'quay.io'), 'organization', options.organization);
  }

  /** The private registry of an AWS account in a region. */
  public static ecr(options: EcrOptions): Registry {
    return new Registry(records.ecr, ecrHost(options), '');
  }

  /** The public registry of AWS, which needs no login; one raises the rate limit. */
  public static ecrPublic(): Registry {
    return new Registry(records.ecrPublic, 'public.ecr.aws', '');
  }

  /** Google Container Registry, by its old host names. */
  public static gcr(options: GcrOptions = {}): Registry {
    return Registry.under(records.gcr, gcrHost(options), 'project', options.project);
  }

  /** Google Artifact Registry in a location. */
  public static artifactRegistry(options: ArtifactRegistryOptions): Registry {
    requireOptions(options, "Registry.artifactRegistry({ location: 'europe-west1' })");
    const path = nestedScope('project', options.project, 'repository', options.repository);
    return Registry.under(records.artifactRegistry, artifactRegistryHost(options), 'project and repository', path);
  }

  /** An Azure Container Registry. */
  public static acr(options: AcrOptions): Registry {
    return new Registry(records.acr, acrHost(options), '');
  }

  /** A Harbor. */
  public static harbor(options: HarborOptions): Registry {
    requireOptions(options, "Registry.harbor({ host: 'registry.example.com' })");
    return Registry.under(records.harbor, ownHost(options.host), 'project', options.project);
  }

  /** A Nexus Repository. */
  public static nexus(options: NexusOptions): Registry {
    requireOptions(options, "Registry.nexus({ host: 'registry.example.com' })");
    return Registry.under(records.nexus, ownHost(options.host), 'repository', options.repository);
  }

  /** An Artifactory, in JFrog's cloud or anywhere. */
  public static artifactory(options: ArtifactoryOptions): Registry {
    requireOptions(options, "Registry.artifactory({ host: 'registry.example.com' })");
    return Registry.under(records.artifactory, ownHost(options.host), 'repository', options.repository);
  }

  /** GitLab's registry, or the one of an installation. */
  public static gitlab(options: GitLabOptions = {}): Registry {
    requireOptions(options, "Registry.gitlab({ group: 'acme' })");
    return Registry.under(records.gitlab, ownHost(options.host ?? 'registry.gitlab.com'), 'group', options.group);
  }

  /** DigitalOcean Container Registry. */
  public static digitalOcean(options: DigitalOceanOptions = {}): Registry {
    requireOptions(options, "Registry.digitalOcean({ registry: 'acme' })");
    return Registry.under(records.digitalOcean, 'registry.digitalocean.com', 'registry', options.registry);
  }

  /** Oracle Cloud Infrastructure Registry in a region. */
  public static ocir(options: OcirOptions): Registry {
    return Registry.under(records.ocir, ocirHost(options), 'tenancy namespace', options.tenancyNamespace);
  }

  /** IBM Cloud Container Registry. */
  public static ibm(options: IbmOptions = {}): Registry {
    return Registry.under(records.ibm, ibmHost(options), 'namespace', options.namespace);
  }

  /** IBM's registry of licensed software, `cp.icr.io`. */
  public static ibmEntitled(): Registry {
    return new Registry(records.ibmEntitled, 'cp.icr.io', '');
  }

  /** Red Hat's registry, `registry.redhat.io`. */
  public static redHat(): Registry {
    return new Registry(records.redHat, 'registry.redhat.io', '');
  }

  /** Scaleway Container Registry in a region. */
  public static scaleway(options: ScalewayOptions): Registry {
    return Registry.under(records.scaleway, scalewayHost(options), 'namespace', options.namespace);
  }

  /** NVIDIA NGC, `nvcr.io`. */
  public static nvidia(options: NvidiaOptions = {}): Registry {
    requireOptions(options, "Registry.nvidia({ org: 'acme' })");
    return Registry.under(records.nvidia, 'nvcr.io', 'org', options.org);
  }

  /** Chainguard, `cgr.dev`. */
  public static chainguard(options: ChainguardOptions = {}): Registry {
    requireOptions(options, "Registry.chainguard({ organization: 'acme' })");
    return Registry.under(records.chainguard, 'cgr.dev', 'organization', options.organization);
  }

  /** Cloudsmith. */
  public static cloudsmith(options: CloudsmithOptions = {}): Registry {
    requireOptions(options, "Registry.cloudsmith({ organization: 'acme' })");
    const path = nestedScope('organization', options.organization, 'repository', options.repository);
    const host = ownHost(options.host ?? 'docker.cloudsmith.io');
    return Registry.under(records.cloudsmith, host, 'organization and repository', path);
  }

  /**
   * Any other registry, by its server key: a host such as `private-registry.io:5000`, or host and path such as `private-registry.io/apps/`.
   *
   * A path gets a final `/` where it has none: it names what holds repositories, not one repository. A vendor's host
   * is recognised, and its conventions then hold.
   *
   * @throws RegcredError with the code `registry-server-key`, and what to write, where the kubelet would find nothing by the key
   */
  public static custom(server: string, options: CustomRegistryOptions = {}): Registry {
    const { host, path } = parseServer(server);
    return new Registry(customRecord(recordOf(host) ?? unknownRecord(host), options), host, path);
  }

  /** Who serves a host, such as `ghcr.io` or `localhost:5000`; a registry with the id `custom` where the catalogue does not know it. */
  public static forHost(host: string): Registry {
    const lower = requireString(host, 'registry-host', 'host', "one such as 'ghcr.io'").toLowerCase();
    const record = recordOf(lower);
    return new Registry(record ?? unknownRecord(lower), record?.canonicalHost ?? lower, '');
  }

  /** Who serves an image. @throws RegcredError with a `reference-…` code where it is no name of an image */
  public static forImage(image: string): Registry {
    return Registry.forHost(ImageReference.parse(image).registry);
  }

  private static under(record: RegistryRecord, host: string, what: string, path: string | undefined): Registry {
    return new Registry(record, host, path === undefined ? '' : parsePathScope(what, path, host));
  }

  /** Host by which images name it, with the port if it has one. */
  public readonly host: string;
  /** Key of its entry in a Secret; where a login is limited to a path, with a final `/`. */
  public readonly serverKey: string;
  readonly #record: RegistryRecord;

  private constructor(record: RegistryRecord, host: string, path: string) {
    this.#record = record;
    this.host = host;
    this.serverKey = formatServerKey({ host, path });
  }

  /** Stable word for the vendor, such as `docker-hub`; `custom` where the catalogue does not know it. */
  public get id(): string {
    return this.#record.id;
  }

  /** The vendor's name, such as `Docker Hub`. */
  public get name(): string {
    return this.#record.name;
  }

  /** Where the vendor documents logins. @default - none known */
  public get link(): string | undefined {
    return this.#record.link === '' ? undefined : this.#record.link;
  }

  /** Life of the vendor's short-lived token, in seconds. @default - credentials live until they are revoked or reach the date chosen */
  public get tokenLifetime(): number | undefined {
    return this.#record.lifetime.seconds;
  }

  /** Whether the vendor knows no other credential than that token, so that a Secret needs something that refreshes it. */
  public get alwaysExpires(): boolean {
    return this.#record.lifetime.always === true;
  }

  /** What a username looks like, in Markdown. */
  public get usernameConvention(): string {
    return this.#record.username.text;
  }

  /** Whether images come without a login. */
  public get anonymousAccess(): AnonymousAccess {
    return this.#record.anonymous;
  }

  /** Every host of the vendor, as regular expressions for a lower-case host without port; of a host that is not its own, that one. */
  public get hostPatterns(): string[] {
    return this.isVendorHost ? this.#record.hosts.map(({ source }) => source) : [hostPattern(this.host)];
  }

  /** The same hosts as globs, for `matchImages` of a kubelet's `CredentialProviderConfig`. */
  public get matchImages(): string[] {
    return this.isVendorHost ? [...this.#record.matchImages] : [this.host];
  }

  /** Facts of the catalogue that nobody has checked yet: some of `hosts`, `username`, `lifetime`, `path`, `anonymous`. */
  public get unverified(): string[] {
    return Object.entries(this.#record.evidence).flatMap(([fact, mark]) => (mark === 'unverified' ? [fact] : []));
  }

  /** A login with credentials: one entry of a pull secret. */
  public login(credentials: ICredentials, options: LoginOptions = {}): RegistryLogin {
    return new RegistryLogin(this, credentials, options);
  }

  /**
   * Checks a username against the vendor's convention.
   *
   * @returns a warning for each convention that is only usual
   * @throws RegcredError with the code `registry-username` where nothing else can log in
   */
  public checkUsername(username: string): string[] {
    return checkUsername(this.#record, username);
  }

  /** What is wrong with the host and the path of an image, by the vendor's rules. @throws RegcredError where it is no name of an image */
  public imageProblems(image: string): string[] {
    return imageProblems(this.#record, ImageReference.parse(image));
  }

  /** Why no image can have the path of this one. @internal */
  public _impossiblePath(image: ImageReference): string | undefined {
    return impossiblePath(this.#record, image);
  }

  /** Whether an image of this registry is known to be public: it comes without a login. @throws RegcredError where it is no name of an image */
  public isPublic(image: string): boolean {
    const { registry, repository } = ImageReference.parse(image);
    return Registry.forHost(registry).id === this.id && isKnownPublic(this.#record, repository);
  }

  /** For messages. */
  public toString(): string {
    return this.name === this.serverKey ? this.name : `${this.name} (${this.serverKey})`;
  }

  private get isVendorHost(): boolean {
    return !this.host.includes(':') && claims(this.#record, this.host);
  }
}
