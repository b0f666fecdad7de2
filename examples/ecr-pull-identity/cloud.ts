// What an administrator of AWS and whoever builds the nodes need: `npx ts-node cloud.ts`. Nothing here is applied to the cluster.
import { Yaml } from 'cdk8s';
import { CredentialProvider, CredentialProviderConfig, IamPolicy } from 'regcred';
import { ACCOUNTS, IMAGE, ISSUER, PULL_ROLE, RUNTIME_ROLE } from './names';

console.log(`# trust policy of ${RUNTIME_ROLE}`);
console.log(IamPolicy.irsaTrust({ ...ACCOUNTS, roleArn: RUNTIME_ROLE, issuer: ISSUER }).toJson());

console.log(`# trust policy of ${PULL_ROLE}`);
console.log(IamPolicy.irsaTrust({ ...ACCOUNTS, roleArn: PULL_ROLE, issuer: ISSUER }).toJson());

console.log(`# permissions of ${PULL_ROLE}: this repository and no other`);
console.log(IamPolicy.ecrPull({ images: [IMAGE] }).toJson());

console.log('# --image-credential-provider-config of the kubelets');
const config = CredentialProviderConfig.of([CredentialProvider.ecr()], { kubernetesVersion: '1.35' });
console.log(Yaml.stringify(config.toObject()));
