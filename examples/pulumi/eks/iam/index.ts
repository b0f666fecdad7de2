// What the owner of the AWS account deploys: two roles, and the policies that let exactly one service account use them.
// With @pulumi/aws each policy goes into `new aws.iam.Role(name, { assumeRolePolicy })`.
import { Config } from '@pulumi/pulumi';
import { IamPolicy } from 'regcred/pulumi';

const config = new Config();
const accountId = config.require('accountId');
const issuer = config.require('issuer'); // aws eks describe-cluster --query cluster.identity.oidc.issuer
const accounts = { namespaces: ['billing'], serviceAccount: 'api' };

/** Who the container is. */
export const runtimeRoleArn = `arn:aws:iam::${accountId}:role/billing-api`;
export const runtimeTrust = IamPolicy.irsaTrust({ ...accounts, roleArn: runtimeRoleArn, issuer }).toJson();

/** Whom the kubelet pulls as: another role, with no more than the right to pull one repository. */
export const pullRoleArn = `arn:aws:iam::${accountId}:role/billing-api-pull`;
export const pullTrust = IamPolicy.irsaTrust({ ...accounts, roleArn: pullRoleArn, issuer }).toJson();
export const pullRights = IamPolicy.ecrPull({
  images: [`${accountId}.dkr.ecr.eu-central-1.amazonaws.com/billing/api:3.1.0`],
}).toJson();
