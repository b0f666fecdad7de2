import { RegcredError, requireString } from '../../error';
import { quoted } from '../../image';

const EKS_CLUSTER = /^[0-9A-Za-z][\w-]{0,99}$/;

/** The name of an EKS cluster, or an error that says what it may hold. @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
export function parseEksClusterName(text: string): string {
  requireString(text, 'identity-eks-cluster', 'EKS cluster name', "one such as 'prod'");
  if (text.length <= 100 && EKS_CLUSTER.test(text)) return text;
  throw new RegcredError(
    'identity-eks-cluster',
    `EKS cluster name must be letters, digits, '-' and '_', begin with a letter or digit and have at most 100 characters: got ${quoted(text)}`,
  );
}
