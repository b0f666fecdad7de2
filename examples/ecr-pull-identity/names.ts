// What the manifests, the roles of AWS and the nodes must agree on.
export const ACCOUNTS = { namespaces: ['payments-test', 'payments-prod'], serviceAccount: 'api' };
export const IMAGE = '111122223333.dkr.ecr.eu-central-1.amazonaws.com/payments/api:3.1.0';
export const RUNTIME_ROLE = 'arn:aws:iam::111122223333:role/payments-api';
export const PULL_ROLE = 'arn:aws:iam::111122223333:role/payments-api-pull';
export const ISSUER = 'https://oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E';
