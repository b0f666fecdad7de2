import {
  ACR_CLIENT_ID,
  AZURE_CLIENT_ID,
  ECR_ROLE_ARN,
  GKE_IMAGE_PULL,
  GKE_SERVICE_ACCOUNT,
  IRSA_ROLE_ARN,
  registriesPulledAs,
} from '../../identity';
import type { JsonPath, ManifestObject, Mapping } from '../../manifest';
import { groupOf, mappingIn, textIn } from '../../manifest';
import { CLOUD_REGISTRIES } from '../../registry';
import type { ObjectRef } from './object-ref';

/** An annotation of a ServiceAccount that says who a cloud takes it for, and the manifest that has it. */
export interface IdentityAnnotation {
  readonly name: string;
  readonly value: string;
  readonly on: ObjectRef;
}

/** What makes containers somebody in a cloud, and is taken for a way to pull from its registries. */
export interface RuntimeMark {
  /** As people call it. */
  readonly name: string;
  /** The annotation that it is; none where it is an object of its own. */
  readonly annotation?: string;
  readonly on: ObjectRef;
  readonly path: JsonPath;
  /** Registries of the same cloud, by their id in the catalogue. */
  readonly registries: readonly string[];
  /** The annotation by which the kubelet would pull as the account. */
  readonly pullAnnotation: string;
}

const AWS = { registries: CLOUD_REGISTRIES.aws, pullAnnotation: ECR_ROLE_ARN };
const GOOGLE = { registries: CLOUD_REGISTRIES.google, pullAnnotation: GKE_IMAGE_PULL };
const AZURE = { registries: CLOUD_REGISTRIES.azure, pullAnnotation: ACR_CLIENT_ID };

/** Runtime identities that stand on the account. */
const RUNTIME_ANNOTATIONS = new Map([
  [IRSA_ROLE_ARN, { name: 'IRSA', ...AWS }],
  [GKE_SERVICE_ACCOUNT, { name: 'GKE workload identity', ...GOOGLE }],
  [AZURE_CLIENT_ID, { name: 'Azure workload identity', ...AZURE }],
]);
const PULL_ANNOTATIONS = [ECR_ROLE_ARN, GKE_IMAGE_PULL, ACR_CLIENT_ID];
const NO_ANNOTATIONS: readonly IdentityAnnotation[] = Object.freeze([]);

/** The annotations of a ServiceAccount that matter to clouds. */
export function identityAnnotationsIn(annotations: Mapping, on: ObjectRef): readonly IdentityAnnotation[] {
  const found = [...RUNTIME_ANNOTATIONS.keys(), ...PULL_ANNOTATIONS].flatMap((name) => {
    const value = textIn(annotations[name]);
    return value === undefined ? [] : [{ name, value, on }];
  });
  return found.length === 0 ? NO_ANNOTATIONS : found;
}

/** The account that an object of the ACK controller for EKS gives a role; none where the object is another. */
export function associatedAccount({
  kind,
  apiVersion,
  spec,
}: ManifestObject): { namespace?: string; name: string } | undefined {
  if (kind !== 'PodIdentityAssociation' || groupOf(apiVersion) !== 'eks.services.k8s.aws') return undefined;
  const { namespace, serviceAccount } = mappingIn(spec);
  const name = textIn(serviceAccount);
  return name === undefined ? undefined : { namespace: textIn(namespace), name };
}

/** Who clouds take a ServiceAccount for: its containers, and the kubelet that pulls for them. */
export class AccountIdentity {
  /** Who the containers are. */
  public readonly runtimes: readonly RuntimeMark[];
  /** By what the kubelet pulls as the account. */
  public readonly pulls: readonly IdentityAnnotation[];

  public constructor(
    public readonly serviceAccount: string,
    annotations: readonly IdentityAnnotation[],
    association: ObjectRef | undefined,
  ) {
    const onAccount = annotations.flatMap(({ name, on }) => {
      const mark = RUNTIME_ANNOTATIONS.get(name);
      return mark === undefined ? [] : [{ ...mark, annotation: name, on, path: annotationPath(name) }];
    });
    const associated = { name: 'EKS Pod Identity', ...AWS, path: ['spec', 'serviceAccount'] };
    this.runtimes = association === undefined ? onAccount : [...onAccount, { ...associated, on: association }];
    this.pulls = annotations.filter((annotation) => registriesOf(annotation).length > 0);
  }

  /** Whether no cloud knows the account: most are so. */
  public get isNobody(): boolean {
    return this.runtimes.length === 0 && this.pulls.length === 0;
  }

  /** By what the kubelet logs in to a registry of the catalogue as the account. */
  public pullFrom(registryId: string): IdentityAnnotation | undefined {
    return this.pulls.find((annotation) => registriesOf(annotation).includes(registryId));
  }

  /** What one might take for a way to pull from a registry of the catalogue, and is none. */
  public mistakenFor(registryId: string): RuntimeMark | undefined {
    return this.runtimes.find(({ registries }) => registries.includes(registryId));
  }
}

export function annotationPath(name: string): JsonPath {
  return ['metadata', 'annotations', name];
}

function registriesOf({ name, value }: IdentityAnnotation): string[] {
  return registriesPulledAs({ [name]: value });
}
