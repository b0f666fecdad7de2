import { PodIdentityAssociation } from '../../../src/identity';

const options = {
  clusterName: 'prod',
  roleArn: 'arn:aws:iam::111122223333:role/api',
  namespaces: ['payments', 'orders'],
  serviceAccount: 'api',
};

test('one command for each namespace', () => {
  const commands = PodIdentityAssociation.forAccounts(options).map(({ command }) => command);
  expect(commands.join('\n')).toMatchInlineSnapshot(`
"aws eks create-pod-identity-association --cluster-name prod --namespace payments --service-account api --role-arn arn:aws:iam::111122223333:role/api
aws eks create-pod-identity-association --cluster-name prod --namespace orders --service-account api --role-arn arn:aws:iam::111122223333:role/api"
`);
});

test('the role of another account, without session tags', () => {
  const targetRoleArn = 'arn:aws:iam::444455556666:role/data';
  const [association] = PodIdentityAssociation.forAccounts({ ...options, targetRoleArn, disableSessionTags: true });
  expect(association?.command).toMatch(
    / --target-role-arn arn:aws:iam::444455556666:role\/data --disable-session-tags$/,
  );
});

test.each(['', '-prod', 'prod cluster', 'prod.eu', 'a'.repeat(101), 'prod;rm'])(
  '%j is no cluster name',
  (clusterName) => {
    const associate = () => PodIdentityAssociation.forAccounts({ ...options, clusterName });
    expect(associate).toThrow(expect.objectContaining({ code: 'identity-eks-cluster' }));
    expect(associate).toThrow("EKS cluster name must be letters, digits, '-' and '_'");
  },
);
