const ACCOUNT_ID = /^\d{12}$/;

/** Whether a string is the id of an AWS account: twelve digits, leading zeros included. */
export function isAwsAccountId(text: string): boolean {
  return text.length === 12 && ACCOUNT_ID.test(text);
}
