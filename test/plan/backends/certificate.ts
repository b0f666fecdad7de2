import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate and its key, made for one run of a test. */
export interface TestCertificate {
  readonly pem: string;
  readonly privateKey: KeyObject;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const SHA256_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b];
const SHA256_WITH_ECDSA = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const ORGANIZATION = [0x55, 0x04, 0x0a];

/** A self-signed certificate such as the Sealed Secrets controller makes for itself. */
export function selfSigned(validity: { from?: Date; to?: Date; curve?: boolean } = {}): TestCertificate {
  const { from = new Date('2026-01-01'), to = new Date('2036-01-01'), curve = false } = validity;
  const { publicKey, privateKey } = curve
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const algorithm = der(SEQUENCE, der(0x06, Buffer.from(curve ? SHA256_WITH_ECDSA : SHA256_WITH_RSA)));
  const attribute = der(SEQUENCE, der(0x06, Buffer.from(ORGANIZATION)), der(0x0c, Buffer.from('sealed-secret')));
  const name = der(SEQUENCE, der(SET, attribute));
  const content = der(
    SEQUENCE,
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    der(SEQUENCE, time(from), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]);
  return { pem: toPem(der(SEQUENCE, content, algorithm, der(0x03, signature))), privateKey };
}

function time(date: Date): Buffer {
  const digits = date
    .toISOString()
    .replace(/\.\d+Z/, 'Z')
    .replace(/[-:T]/g, '');
  return der(0x18, Buffer.from(digits));
}

/** A value of ASN.1: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function toPem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
