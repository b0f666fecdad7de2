import { RegcredError } from '../../error';
import { shown } from '../shown';

const ACCOUNT_ID = /^\d{12}$/;

/** Whether a string is an AWS account id: twelve digits, leading zeros included. */
export function isAwsAccountId(text: string): boolean {
  return text.length === 12 && ACCOUNT_ID.test(text);
}

/** An AWS account id, or an error that says what to write instead. */
export function parseAwsAccountId(text: string): string {
  if (isAwsAccountId(text)) return text;
  throw new RegcredError(
    'identity-aws-account',
    `AWS account id must be twelve digits, as a string so that leading zeros stay: got ${shown(text)}`,
  );
}
