/** The ServiceAccount of every pod that names none; the cluster makes it in each namespace. */
export const DEFAULT_SERVICE_ACCOUNT = 'default';

/** The ServiceAccount that a pod spec comes to run as. */
export function serviceAccountOf({ serviceAccountName, serviceAccount }: Readonly<Record<string, unknown>>): string {
  // `serviceAccount` is the field's old name, which the API server still reads; it takes an empty name for none
  const name = serviceAccountName || serviceAccount;
  return typeof name === 'string' && name !== '' ? name : DEFAULT_SERVICE_ACCOUNT;
}
