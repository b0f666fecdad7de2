// pulumi preview --policy-pack ../policy
import { PolicyPack } from '@pulumi/policy';
import { pullCheckPolicies } from 'regcred/pulumi-policy';

new PolicyPack('acme-pull-check', {
  policies: pullCheckPolicies({ publicImages: ['harbor.acme.com/public/*'] }),
});
