import { readFileSync } from 'node:fs';
import type { CheckOptions, Finding } from '../check';
import { checkManifests, parseSeverity } from '../check';
import { readManifests } from '../manifest';
import { isAtLeast } from '../report';
import { CheckSeverity, type PullCheckProps } from './pull-check-props';

/** What cdk8s-cli hands to a validation plugin, as far as it is used here. */
export interface PluginContext {
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: object): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/**
 * The pull check as a plugin of `cdk8s synth --validate`: in cdk8s.yaml, `validations: [{ package: regcred, class: PullCheckPlugin, … }]`
 * with the properties of `PullCheck.enforce`.
 *
 * @jsii ignore - the cdk8s command line is a Node program
 * @see https://cdk8s.io/docs/latest/cli/synth/
 */
export class PullCheckPlugin {
  public constructor(private readonly properties: PullCheckProps = {}) {}

  /** Reads the synthesised manifests, and reports each finding that is grave enough as a violation. */
  public async validate({ manifests, report }: PluginContext): Promise<void> {
    const { failOn = CheckSeverity.ERROR, ...options } = this.properties;
    const least = parseSeverity(failOn, 'failOn');
    const read = manifests.map((file) => readManifests(readFileSync(file, 'utf8'), { file }));
    const { findings, summary } = checkManifests(
      read.flatMap(({ documents }) => documents),
      options as CheckOptions,
    );
    const grave = findings.filter(({ severity }) => isAtLeast(severity, least));
    for (const finding of grave) report.addViolation(violationOf(finding));
    for (const { file, line, message, code } of read.flatMap(({ problems }) => problems)) {
      report.addViolation({
        ruleName: code,
        recommendation: message,
        fix: `mend ${file}:${line}`,
        violatingResources: [],
      });
    }
    const failed = grave.length > 0 || read.some(({ problems }) => problems.length > 0);
    report.submit(failed ? 'failure' : 'success', { images: String(summary.images) });
  }
}

function violationOf({ rule, message, fix, name, path, location }: Finding) {
  return {
    ruleName: rule,
    recommendation: message,
    fix,
    violatingResources: [{ resourceName: name, locations: [path], manifestPath: location.file }],
  };
}
