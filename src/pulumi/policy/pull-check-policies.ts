import type { StackValidationArgs, StackValidationPolicy } from '@pulumi/policy';
import { type CheckOptions, type CheckReport, checkManifests, type Finding, type Severity } from '../../check';
import { type StackObjects, stackObjects } from './stack-objects';

/** What the policies are told; the options of the check. */
export interface PullCheckPolicyOptions extends CheckOptions {
  /** What a finding that fails a pull does: `mandatory` stops the deployment. @default 'mandatory' */
  readonly enforcementLevel?: 'advisory' | 'mandatory';
}

/**
 * The pull check as policies of a pack: whether each image of the stack will be pulled, by the kubelet's own rules, at preview and at up.
 *
 * - `image-pull` has the errors: a pull that fails, or a password that leaks
 * - `image-pull-advice` has the warnings
 * - `image-pull-info` has what is only worth knowing, such as tags without a digest; it is off until the pack's configuration turns it on
 * - `image-pull-unknown` names what a preview cannot know: there the verdict comes with `up`
 *
 * @example
 * new PolicyPack('regcred', { policies: pullCheckPolicies({ publicImages: ['registry.acme.com/public/*'] }) });
 */
export function pullCheckPolicies(options: PullCheckPolicyOptions = {}): StackValidationPolicy[] {
  const { enforcementLevel = 'mandatory', ...checkOptions } = options;
  checkManifests([], checkOptions); // wrong options are told when the pack is loaded
  const check = (args: StackValidationArgs) => checkStack(args, checkOptions);
  const reporting = (severity: Severity): StackValidationPolicy['validateStack'] => {
    return (args, report) => {
      for (const finding of withSeverity(check(args), severity)) report(messageOf(finding), finding.location.file);
    };
  };
  return [
    {
      name: 'image-pull',
      description: 'Each image can be pulled with the credentials that its pod ends up with.',
      enforcementLevel,
      validateStack: reporting('error'),
    },
    {
      name: 'image-pull-advice',
      description: 'Pull secrets, accounts and images are declared so that pulls go on working.',
      enforcementLevel: 'advisory',
      validateStack: reporting('warning'),
    },
    {
      name: 'image-pull-info',
      description: 'What is worth knowing of images and Secrets.',
      enforcementLevel: 'disabled',
      validateStack: reporting('info'),
    },
    {
      name: 'image-pull-unknown',
      description: 'Names what a preview cannot decide.',
      enforcementLevel: 'advisory',
      validateStack: (args, report) => {
        for (const { message, urn } of undecided(check(args))) report(message, urn);
      },
    },
  ];
}

interface StackReport extends CheckReport {
  readonly objects: StackObjects;
}

function checkStack({ resources }: StackValidationArgs, options: CheckOptions): StackReport {
  const objects = stackObjects(resources, options);
  const report = checkManifests(objects.documents, {
    ...options,
    existingSecrets: [...objects.openSecrets, ...(options.existingSecrets ?? [])],
    // Pulumi encrypts what stands in clear in a manifest
    severities: { 'plaintext-credential': 'off', ...options.severities },
  });
  const findings = report.findings.filter(({ location }) => !objects.openDocuments.has(location.file));
  return { ...report, findings, objects };
}

function withSeverity({ findings }: StackReport, severity: Severity): Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}

function messageOf({ rule, path, message, fix }: Finding): string {
  return `${rule}: ${path}: ${message}; ${fix}`;
}

/** What only `up` will tell: whole workloads, and images whose Secret is not known. */
function undecided({ objects, images }: StackReport): { readonly message: string; readonly urn: string }[] {
  const { openSecrets, openWorkloads } = objects;
  const isOpenSecret = (name: string, namespace: string) =>
    openSecrets.some((secret) => secret.name === name && (secret.namespace ?? namespace) === namespace);
  const byWorkload = openWorkloads.map(({ urn, why }) => ({
    message: `unknown until up: whether its images will be pulled, since ${why} is not known yet`,
    urn,
  }));
  const byImage = images
    .filter(({ verdict }) => verdict === 'opaque')
    .filter(({ pullSecrets, namespace }) => pullSecrets.some((name) => isOpenSecret(name, namespace)))
    .map(({ container, image, pullSecrets, location }) => ({
      message: `unknown until up: whether '${image}' of container '${container}' will be pulled, since the logins of ${pullSecrets.map((name) => `Secret '${name}'`).join(', ')} are not known yet`,
      urn: location.file,
    }));
  return [...byWorkload, ...byImage];
}
