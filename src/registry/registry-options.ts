/** Docker Hub, or one namespace of it. */
export interface DockerHubOptions {
  /** The one user or organisation whose images the login is for; other clients than the kubelet do not read such a key. @default - all of Docker Hub */
  readonly namespace?: string;
}

/** GitHub Container Registry. */
export interface GhcrOptions {
  /** The one user or organisation whose images the login is for, in lower case. @default - every owner */
  readonly owner?: string;
  /** Host of a GitHub Enterprise Server, such as `containers.github.example.com`. @default ghcr.io */
  readonly host?: string;
}

/** Quay, or an installation of it. */
export interface QuayOptions {
  /** The one organisation or user whose images the login is for. @default - every one */
  readonly organization?: string;
  /** Host of an installation. @default quay.io */
  readonly host?: string;
}

/** A private registry of AWS: one for each account and region. */
export interface EcrOptions {
  /** Number of the AWS account, 12 digits. */
  readonly account: string;
  /** Region, such as `eu-central-1`. */
  readonly region: string;
  /** Whether images are named by the FIPS host. @default false */
  readonly fips?: boolean;
  /** Whether images are named by the dual-stack host (IPv4 and IPv6). @default false */
  readonly dualStack?: boolean;
  /** DNS suffix of the host, such as `amazonaws.com`, for a region or host form that this version does not know. @default - the one of the region's partition */
  readonly endpointSuffix?: string;
}

/** Google Container Registry, by its old host names. */
export interface GcrOptions {
  /** `gcr.io`, `us.gcr.io`, `eu.gcr.io` or `asia.gcr.io`. @default gcr.io */
  readonly host?: string;
  /** The one project whose images the login is for. @default - every project */
  readonly project?: string;
}

/** Google Artifact Registry. */
export interface ArtifactRegistryOptions {
  /** Region or multi-region, such as `europe-west1` or `us`. */
  readonly location: string;
  /** The one project whose images the login is for. @default - every project */
  readonly project?: string;
  /** The one repository of the project. @default - every repository */
  readonly repository?: string;
}

/** A cloud of Azure. */
export enum AzureCloud {
  /** `azurecr.io` */
  PUBLIC = 'azurecr.io',
  /** Run by 21Vianet: `azurecr.cn` */
  CHINA = 'azurecr.cn',
  /** `azurecr.us` */
  US_GOVERNMENT = 'azurecr.us',
}

/** An Azure Container Registry. */
export interface AcrOptions {
  /** First part of the login server: 5 to 50 letters and digits, with the hash of a Domain Name Label (`acmeprod-h4s1`) if there is one. */
  readonly name: string;
  /** The cloud that the registry is in. @default AzureCloud.PUBLIC */
  readonly cloud?: AzureCloud;
  /** Region of the geo-replica that images are named by, such as `westeurope`. @default - the host of the whole registry */
  readonly replica?: string;
}

/** A Harbor. */
export interface HarborOptions {
  /** Host, with the port if images are named with one. */
  readonly host: string;
  /** The one project whose images the login is for. @default - every project */
  readonly project?: string;
}

/** A Nexus. */
export interface NexusOptions {
  /** Host of the Docker connector, with the port if images are named with one. */
  readonly host: string;
  /** The repository, where it is the first part of the path. @default - the connector decides */
  readonly repository?: string;
}

/** An Artifactory. */
export interface ArtifactoryOptions {
  /** Host, with the port if images are named with one. */
  readonly host: string;
  /** The repository, where it is the first part of the path. @default - the host decides */
  readonly repository?: string;
}

/** GitLab, or an installation of it. */
export interface GitLabOptions {
  /** The one group or user whose images the login is for, such as `acme/platform`. @default - every one */
  readonly group?: string;
  /** Host of the registry of an installation, with its port. @default registry.gitlab.com */
  readonly host?: string;
}

/** DigitalOcean Container Registry. */
export interface DigitalOceanOptions {
  /** Name of the one registry that the login is for. @default - every registry */
  readonly registry?: string;
}

/** Oracle Cloud Infrastructure Registry. */
export interface OcirOptions {
  /** Key (`fra`) or identifier (`eu-frankfurt-1`) of the region, as the images have it. */
  readonly region: string;
  /** The one tenancy whose images the login is for, by its namespace. @default - every tenancy */
  readonly tenancyNamespace?: string;
}

/** IBM Cloud Container Registry. */
export interface IbmOptions {
  /** Domain of the region: `au`, `br`, `ca`, `ca2`, `de`, `es`, `jp`, `jp2`, `uk` or `us`. @default - the global registry, icr.io */
  readonly region?: string;
  /** Whether images are named by the host of the private network. @default false */
  readonly privateNetwork?: boolean;
  /** The one namespace whose images the login is for. @default - every namespace */
  readonly namespace?: string;
}

/** Scaleway Container Registry. */
export interface ScalewayOptions {
  /** `fr-par`, `nl-ams` or `pl-waw`. */
  readonly region: string;
  /** The one namespace whose images the login is for. @default - every namespace */
  readonly namespace?: string;
}

/** NVIDIA NGC. */
export interface NvidiaOptions {
  /** The one organisation whose images the login is for. @default - every one */
  readonly org?: string;
}

/** Chainguard. */
export interface ChainguardOptions {
  /** The one organisation whose images the login is for. @default - every one */
  readonly organization?: string;
}

/** Cloudsmith. */
export interface CloudsmithOptions {
  /** The one organisation whose images the login is for. @default - every one */
  readonly organization?: string;
  /** The one repository of the organisation. @default - every repository */
  readonly repository?: string;
  /** A custom domain. @default docker.cloudsmith.io */
  readonly host?: string;
}

/** What is known of a registry that is not in the catalogue. */
export interface CustomRegistryOptions {
  /** How to call it in reports. @default - its host */
  readonly name?: string;
  /** Where its users find help. @default - none */
  readonly link?: string;
  /** Life of its tokens, in whole seconds above 0. @default - they live until they are revoked */
  readonly tokenLifetime?: number;
}
