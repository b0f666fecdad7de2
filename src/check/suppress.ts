import { hasInOrder } from '../kubernetes';
import type { Finding, SuppressedFinding } from './finding';
import type { Suppression } from './options';

/** Findings, parted into those that count and those that somebody has answered for. */
export interface SuppressionResult {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Suppressions that met nothing. */
  readonly unused: readonly Suppression[];
}

/** Takes out the findings that are accepted; the first suppression that meets one gives the reason. */
export function suppress(found: readonly Finding[], suppressions: readonly Suppression[]): SuppressionResult {
  if (suppressions.length === 0) return { findings: found, suppressed: [], unused: [] };
  const matchers = suppressions.map((suppression) => ({ suppression, meets: matcherOf(suppression.object) }));
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const used = new Set<Suppression>();
  for (const finding of found) {
    const met = matchers.find(({ suppression, meets }) => suppression.rule === finding.rule && meets(finding));
    if (met === undefined) {
      findings.push(finding);
    } else {
      used.add(met.suppression);
      suppressed.push({ finding, reason: met.suppression.reason });
    }
  }
  return { findings, suppressed, unused: suppressions.filter((suppression) => !used.has(suppression)) };
}

function matcherOf(object: string | undefined): (finding: Finding) => boolean {
  if (object === undefined) return () => true;
  const patterns = object.split('/');
  return ({ kind, namespace, name }) => {
    const parts = patterns.length === 2 ? [kind, name] : [kind, namespace, name];
    return parts.every((part, index) => hasInOrder(part, (patterns[index] ?? '').split('*')));
  };
}
