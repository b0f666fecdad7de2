import type { Construct } from 'constructs';
import type { KubernetesObject } from '../kubernetes';
import { AppLedger } from './app-ledger';

/** Makes each document a construct below one of ours. */
export function emitAll(scope: Construct, documents: readonly KubernetesObject[]): void {
  const ledger = AppLedger.of(scope);
  for (const document of documents) ledger.emit(scope, document);
}
