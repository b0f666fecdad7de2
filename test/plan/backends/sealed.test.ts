import { constants, createDecipheriv, type KeyObject, privateDecrypt } from 'node:crypto';
import { Credentials } from '../../../src/credential';
import { PullSecret, SealingScope } from '../../../src/plan';
import { Registry } from '../../../src/registry';
import { selfSigned } from './certificate';
import { coversOf, documentOf, yamlOf } from './documents';

const controller = selfSigned();
const logins = [Registry.ghcr().login(Credentials.unsafePlainText({ username: 'bot', password: 'hunter2' }))];
const sealed = (props: { certificate?: string; scope?: SealingScope } = {}) =>
  PullSecret.sealed({ logins, certificate: controller.pem, ...props });

/** What the controller does. */
function unseal(ciphertext: string, key: KeyObject, label: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const end = 2 + bytes.readUInt16BE(0);
  const sessionKey = privateDecrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) },
    bytes.subarray(2, end),
  );
  const decipher = createDecipheriv('aes-256-gcm', sessionKey, Buffer.alloc(12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(end, -16)), decipher.final()]).toString();
}

test('the document shows what it covers and nothing that opens it', () => {
  const document = documentOf(sealed(), 'SealedSecret', { labels: { team: 'shop' } });
  expect(JSON.stringify(document)).not.toContain('hunter2');
  document.spec.encryptedData['.dockerconfigjson'] = '(ciphertext)';
  expect(yamlOf(document)).toMatchInlineSnapshot(`
"apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: regcred
  namespace: app1-ns
  labels: &ref_0
    team: shop
  annotations:
    regcred.dev/covers: ghcr.io
spec:
  encryptedData:
    .dockerconfigjson: (ciphertext)
  template:
    metadata:
      name: regcred
      namespace: app1-ns
      labels: *ref_0
    type: kubernetes.io/dockerconfigjson
"
`);
});

test.each([
  [SealingScope.STRICT, 'app1-ns/regcred', undefined],
  [SealingScope.NAMESPACE_WIDE, 'app1-ns', 'sealedsecrets.bitnami.com/namespace-wide'],
  [SealingScope.CLUSTER_WIDE, '', 'sealedsecrets.bitnami.com/cluster-wide'],
])('scope %s: the private key opens it with the label %j', (scope, label, annotation) => {
  const document = documentOf(sealed({ scope }), 'SealedSecret');
  const ciphertext = document.spec.encryptedData['.dockerconfigjson'];
  expect(unseal(ciphertext, controller.privateKey, label)).toBe(
    '{"auths":{"ghcr.io":{"username":"bot","password":"hunter2","auth":"Ym90Omh1bnRlcjI="}}}',
  );
  expect(() => unseal(ciphertext, controller.privateKey, 'other-ns/regcred')).toThrow();
  // the controller reads the scope on both
  for (const { annotations = {} } of [document.metadata, document.spec.template.metadata]) {
    expect(Object.keys(annotations).filter((name) => name.startsWith('sealedsecrets.'))).toEqual(
      [annotation].filter(Boolean),
    );
  }
  expect(coversOf(document)).toEqual(['ghcr.io']);
});

test('every synth gives another ciphertext', () => {
  const [first, second] = [1, 2].map(() => documentOf(sealed(), 'SealedSecret').spec.encryptedData);
  expect(first).not.toEqual(second);
});

test.each([
  ['', 'sealing-certificate', "it has no line '-----BEGIN CERTIFICATE-----'"],
  ['sealed-secrets.crt', 'sealing-certificate', "it has no line '-----BEGIN CERTIFICATE-----'"],
  ['x'.repeat(70_000), 'sealing-certificate', 'it has 70000 characters'],
  [
    controller.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    'sealing-certificate',
    'it is a private key, which must not leave its owner',
  ],
  [
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    'sealing-certificate',
    'what stands between its BEGIN and END is damaged',
  ],
  [selfSigned({ curve: true }).pem, 'sealing-certificate', "its key is ec, and the controller's is RSA"],
])('a certificate that is none: %.30j', (certificate, code, why) => {
  expect(() => sealed({ certificate })).toThrow(
    expect.objectContaining({
      code,
      message: `certificate must be the PEM text of the Sealed Secrets controller's certificate: ${why}; fetch it with kubeseal --fetch-cert`,
    }),
  );
});

test('a certificate whose time is over is refused where the documents are made', () => {
  const old = PullSecret.sealed({ logins, certificate: selfSigned({ to: new Date('2026-11-01') }).pem });
  expect(documentOf(old, 'SealedSecret', { now: new Date('2026-10-31') })).toBeDefined();
  expect(() => documentOf(old, 'SealedSecret', { now: new Date('2026-11-02') })).toThrow(
    expect.objectContaining({
      code: 'sealing-certificate-expired',
      message:
        'the certificate of the Sealed Secrets controller expired on 2026-11-01: fetch the one of today with kubeseal --fetch-cert',
    }),
  );
});
