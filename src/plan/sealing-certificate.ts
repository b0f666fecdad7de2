import { constants, createCipheriv, type KeyObject, publicEncrypt, randomBytes, X509Certificate } from 'node:crypto';
import { RegcredError, requireString } from '../error';

/** The certificate of a Sealed Secrets controller: what is encrypted with it, only the controller can read. */
export interface SealingCertificate {
  readonly publicKey: KeyObject;
  readonly validTo: Date;
}

const MAX_LENGTH = 65_536;
const SESSION_KEY_BYTES = 32;
const NONCE_BYTES = 12;

/**
 * Reads a certificate in PEM.
 *
 * @throws RegcredError `sealing-certificate` where it is none, or has no RSA key
 */
export function parseSealingCertificate(pem: string): SealingCertificate {
  const certificate = parseX509(pem);
  const { publicKey, validTo } = certificate;
  if (publicKey.asymmetricKeyType !== 'rsa') {
    throw notACertificate(`its key is ${publicKey.asymmetricKeyType}, and the controller's is RSA`);
  }
  return { publicKey, validTo: new Date(validTo) };
}

/**
 * Refuses a certificate whose time is over, as `kubeseal` does: the controller has a newer one by then.
 *
 * @throws RegcredError `sealing-certificate-expired`
 */
export function checkNotExpired({ validTo }: SealingCertificate, now: Date): void {
  if (now <= validTo) return;
  throw new RegcredError(
    'sealing-certificate-expired',
    `the certificate of the Sealed Secrets controller expired on ${validTo.toISOString().slice(0, 10)}: ` +
      `fetch the one of today with kubeseal --fetch-cert`,
  );
}

/**
 * Encrypts as `kubeseal` does: the text with AES-256-GCM under a key of its own, that key with RSA-OAEP. The label binds it to a namespace and
 * a name: the controller opens it nowhere else.
 *
 * @see https://github.com/bitnami-labs/sealed-secrets/blob/main/docs/developer/crypto.md
 */
export function sealWith({ publicKey }: SealingCertificate, plaintext: Buffer, label: string): string {
  const sessionKey = randomBytes(SESSION_KEY_BYTES);
  const encryptedKey = publicEncrypt(
    {
      key: publicKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    sessionKey,
  );
  // a zero nonce is safe here: no second text is ever encrypted under this key
  const cipher = createCipheriv('aes-256-gcm', sessionKey, Buffer.alloc(NONCE_BYTES));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(encryptedKey.length);
  const parts = [length, encryptedKey, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64');
}

function parseX509(pem: string): X509Certificate {
  requireString(pem, 'sealing-certificate', 'certificate', 'the PEM text that kubeseal --fetch-cert prints');
  if (pem.length > MAX_LENGTH) throw notACertificate(`it has ${pem.length} characters`);
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem))
    throw notACertificate('it is a private key, which must not leave its owner');
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw notACertificate("it has no line '-----BEGIN CERTIFICATE-----'");
  try {
    return new X509Certificate(pem);
  } catch {
    throw notACertificate('what stands between its BEGIN and END is damaged');
  }
}

function notACertificate(why: string): RegcredError {
  return new RegcredError(
    'sealing-certificate',
    `certificate must be the PEM text of the Sealed Secrets controller's certificate: ${why}; fetch it with kubeseal --fetch-cert`,
  );
}
