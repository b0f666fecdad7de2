import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct, IValidation } from 'constructs';
import type { CheckOptions, Finding } from '../check';
import { checkManifests, parseSeverity } from '../check';
import { requireOptions } from '../error';
import { documentOf } from '../manifest';
import { isAtLeast } from '../report';
import { existingSecretsOf } from './existing-secrets';
import { PodSpecPaths } from './pod-spec-paths';
import { CheckSeverity, type PullCheckProps } from './pull-check-props';

const DEFAULT_FAIL_ON = CheckSeverity.ERROR;

/**
 * Says at synth whether each image of a construct tree will be pulled, by the kubelet's own rules.
 *
 * @example
 * PullCheck.of(app).enforce({ publicImages: ['registry.acme.com/public/*'] });
 */
export class PullCheck {
  /** The check of all that is below a construct; most often that is the app. */
  public static of(scope: IConstruct): PullCheck {
    return new PullCheck(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Fails the synth where an image would not be pulled: with the finding, the path of the construct and the way out.
   *
   * @throws RegcredError with a `check-…` code, or `kubernetes-version`, where a property is wrong
   */
  public enforce(props: PullCheckProps = {}): void {
    requireOptions(props, "PullCheck.of(app).enforce({ publicImages: ['registry.acme.com/public/*'] })");
    parseSeverity(props.failOn ?? DEFAULT_FAIL_ON, 'failOn');
    checkManifests([], props as CheckOptions); // wrong properties are told here, and not at synth
    this.scope.node.addValidation(new PullValidation(this.scope, props));
  }

  /**
   * What the check finds as things stand: one line a finding, the gravest first.
   *
   * @throws RegcredError with a `check-…` code, or `kubernetes-version`, where a property is wrong
   */
  public findings(props: PullCheckProps = {}): string[] {
    requireOptions(props, "PullCheck.of(app).findings({ publicImages: ['registry.acme.com/public/*'] })");
    return findingsBelow(this.scope, props);
  }
}

/** The check as cdk8s asks for it: for the whole app, once for each of its charts and once more. */
class PullValidation implements IValidation {
  /** How often the last answer may still be given; only a clean one is, since any other ends the synth. */
  private uses = 0;
  private fingerprint = '';

  public constructor(
    private readonly scope: IConstruct,
    private readonly props: PullCheckProps,
  ) {}

  public validate(): string[] {
    const charts = this.scope.node.root.node.findAll().filter((construct) => Chart.isChart(construct));
    const fingerprint = charts.map((chart) => chart.node.children.length).join();
    if (this.uses > 0 && this.fingerprint === fingerprint) {
      this.uses--;
      return [];
    }
    const findings = findingsBelow(this.scope, this.props);
    this.uses = findings.length === 0 ? charts.length : 0;
    this.fingerprint = fingerprint;
    return findings;
  }
}

function findingsBelow(
  scope: IConstruct,
  { failOn = DEFAULT_FAIL_ON, existingSecrets = [], ...props }: PullCheckProps,
): string[] {
  const least = parseSeverity(failOn, 'failOn');
  const objects = scope.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  const documents = objects.map((object) => documentOf(object.toJson(), object.node.path));
  const { findings } = checkManifests(documents, {
    ...(props as CheckOptions),
    existingSecrets: [...existingSecretsOf(scope), ...existingSecrets],
    customKinds: PodSpecPaths.of(scope).customKinds,
  });
  return findings.filter(({ severity }) => isAtLeast(severity, least)).map(format);
}

function format({ rule, location, path, message, fix }: Finding): string {
  return `${rule}: ${location.file} (${path}): ${message}; ${fix}`;
}
