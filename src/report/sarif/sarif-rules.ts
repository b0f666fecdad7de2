import type { Finding, Severity } from '../../check';

/** SARIF's word for a severity. */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'info' ? 'note' : severity;
}

/** The rules that have results, in the order of their first result, as SARIF `reportingDescriptor`s. */
export class SarifRules {
  readonly #descriptors: object[] = [];
  readonly #indexes = new Map<string, number>();

  public get descriptors(): readonly object[] {
    return this.#descriptors;
  }

  /** The index of a finding's rule. */
  public indexOf(finding: Finding): number {
    const known = this.#indexes.get(finding.rule);
    if (known !== undefined) return known;
    const index = this.#descriptors.push(descriptorOf(finding)) - 1;
    this.#indexes.set(finding.rule, index);
    return index;
  }
}

function descriptorOf({ rule, severity, why, link }: Finding) {
  return {
    id: rule,
    name: rule.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.replace(/-/g, ' ') },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${link}`, markdown: `${why}\n\n[More](${link})` },
    helpUri: link,
    defaultConfiguration: { level: levelOf(severity) },
    properties: { tags: ['kubernetes', 'registry', 'image-pull'] },
  };
}
