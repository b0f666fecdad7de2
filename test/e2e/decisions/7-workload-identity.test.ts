import { publish, visitorsOf } from '../client/hub';
import { apply } from '../client/kubectl';
import { pod, serviceAccount } from '../client/manifests';
import { newNamespace } from '../client/namespace';
import { pullOf } from '../client/pull';
import { describeOn } from '../client/suite';

describeOn('node', 'decision 7: who the container is does not say whom the kubelet pulls as', () => {
  test.each([
    ['EKS IRSA', { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/api' }],
    ['GKE workload identity', { 'iam.gke.io/gcp-service-account': 'api@acme.iam.gserviceaccount.com' }],
    ['Azure workload identity', { 'azure.workload.identity/client-id': '11111111-2222-3333-4444-555555555555' }],
  ])('an account with %s and no pull secret: the kubelet comes without a login', async (cloud, annotations) => {
    const repository = `identity/${cloud.split(' ')[0]?.toLowerCase()}`;
    await publish(repository);
    const namespace = await newNamespace('identity');
    const account = serviceAccount(namespace, 'api');
    await apply({ ...account, metadata: { name: 'api', namespace, annotations } });
    const image = `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${repository}:1`;
    await apply(pod(namespace, 'api', image, { serviceAccountName: 'api' }));
    expect(await pullOf(namespace, 'api')).toMatchObject({ outcome: 'refused' });
    expect((await visitorsOf(repository)).slice(-1)).toEqual([undefined]);
  });
});
