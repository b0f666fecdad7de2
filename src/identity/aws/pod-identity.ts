import type { IdentityParts } from '../identity-parts';
import { type AssociationTargetOptions, PodIdentityAssociation, parseTarget } from './pod-identity-association';

/** EKS Pod Identity: an association in AWS, nothing on the ServiceAccount. */
export interface EksPodIdentityOptions extends AssociationTargetOptions {
  /**
   * Whether to make the association through the ACK controller for EKS, as a `PodIdentityAssociation` in each namespace.
   * Else make it in AWS: `PodIdentityAssociation` has the commands.
   *
   * @see https://aws-controllers-k8s.github.io/community/reference/eks/v1alpha1/podidentityassociation/
   * @default false
   */
  readonly ackController?: boolean;
}

export function eksPodIdentity(options: EksPodIdentityOptions): IdentityParts {
  const target = parseTarget(options);
  return {
    description: 'EKS Pod Identity',
    annotations: {},
    objects: (accounts) =>
      options.ackController ? PodIdentityAssociation._of(target, accounts).map(({ _document }) => _document) : [],
  };
}
