import { formatJsonPath } from '../manifest';
import type { CheckedCluster, CheckedImage } from './checked-cluster';
import { type Finding, SEVERITIES, type Severity } from './finding';
import { locationIn } from './model/object-ref';
import type { CheckSettings } from './parse-options';
import type { Hit, Rule } from './rule';
import { RULES } from './rules';

/** What every rule says, each fault once, the worst first; among equals the order is that of rules and objects. */
export function collectFindings(cluster: CheckedCluster, severities: CheckSettings['severities']): Finding[] {
  const explained = new Set<CheckedImage>();
  const findings = new Map<Rule, Finding[]>();
  // the last resort is silent about an image that another rule explains
  const isLast = ({ lastResort = false }: Rule) => lastResort;
  for (const rule of [...RULES.filter((each) => !isLast(each)), ...RULES.filter(isLast)]) {
    const override = severities[rule.id];
    const found: Finding[] = [];
    findings.set(rule, found);
    for (const hit of rule.check(cluster)) {
      if (isLast(rule) && hit.images?.every((image) => explained.has(image))) continue;
      for (const image of hit.images ?? []) explained.add(image);
      if (override !== 'off') found.push(findingOf(rule, hit, override ?? hit.severity));
    }
  }
  const inOrder = RULES.flatMap((rule) => findings.get(rule) ?? []);
  return SEVERITIES.flatMap((severity) => inOrder.filter((finding) => finding.severity === severity));
}

function findingOf(rule: Rule, { on, path, message, fix }: Hit, severity: Severity): Finding {
  return {
    rule: rule.id,
    severity,
    namespace: on.namespace,
    kind: on.kind,
    name: on.name,
    path: formatJsonPath(path),
    message,
    fix,
    why: rule.why,
    link: rule.link,
    location: locationIn(on, path),
  };
}
