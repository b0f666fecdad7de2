import { account, type check, findings, PUBLIC, pod, secret } from '../objects';

const found = (...objects: Parameters<typeof check>[0]) => findings('missing-service-account', objects);
const message = "Pod/api spec.serviceAccountName: ServiceAccount 'api' is not in namespace 'app': no manifest has it";

test('hit: an error where an image stays without a login, else a warning', () => {
  expect(found(pod({ account: 'api' }))).toEqual([`error ${message}`]);
  expect(found(pod({ account: 'api', image: PUBLIC }))).toEqual([`warning ${message}`]);
  expect(found(secret(['ghcr.io']), pod({ account: 'api', secrets: ['regcred'] }))).toEqual([`warning ${message}`]);
});

test('it does not explain an image without a login: an account that is in the cluster may have none either', () => {
  expect(findings('missing-credential', [pod({ account: 'api' })])).toHaveLength(1);
});

test('miss: it is there, or is default, which is always there', () => {
  expect(found(account('api'), pod({ account: 'api' }))).toEqual([]);
  expect(found(pod(), pod({ account: 'default' }))).toEqual([]);
});
