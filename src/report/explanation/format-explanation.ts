import type { ExplainedKey, ExplainedSecret, PullExplanation } from '../../check';
import { inContainer, objectName } from '../object-name';
import { printable } from '../text/printable';
import { type Paint, painter, VERDICT_INK } from '../text/style';
import { formatTable } from '../text/table';

/** How an explanation is shown. */
export interface ExplanationContext {
  /** Whether there are ANSI colours. @default false */
  readonly color?: boolean;
}

const ORIGINS = {
  pod: "its own imagePullSecrets; the ServiceAccount's are not looked at",
  'service-account': 'copied from the ServiceAccount when the pod is created',
  policy: 'added by an admission policy when the pod is created',
  none: 'none: neither the pod nor its ServiceAccount names one',
} as const;

/** The way of an image from pods to keys, for people: what is tried, in its order, and why the rest is not. */
export function formatExplanations(explanations: readonly PullExplanation[], context: ExplanationContext = {}): string {
  const paint = painter(context.color ?? false);
  return explanations.map((explanation) => formatExplanation(explanation, paint)).join('\n');
}

function formatExplanation(explanation: PullExplanation, paint: Paint): string {
  const { image, name, serviceAccount, hasServiceAccount, namespace, pullSecretsFrom, verdict, why } = explanation;
  const account = `${serviceAccount} in namespace ${namespace}${hasServiceAccount ? '' : ', which no manifest has'}`;
  const facts = formatTable(
    [
      ['looked up as', name],
      ['pods', podsOf(explanation)],
      ['ServiceAccount', account],
      ['pull secrets', ORIGINS[pullSecretsFrom]],
    ].map(([label = '', value = '']) => [{ text: `  ${label}` }, { text: printable(value) }]),
  );
  const secrets = explanation.secrets.map((secret) => `\n${formatSecret(secret, paint)}`).join('');
  const answer = `${paint(verdict, 'bold', VERDICT_INK[verdict])}: ${printable(why)}`;
  return `${paint(printable(image), 'bold')}\n${facts}${secrets}\n  ${answer}\n`;
}

function podsOf({ pods }: PullExplanation): string {
  if (pods.length === 0) return 'none of the manifests has it: this is for a pod that would';
  return pods.map((pod) => objectName(pod) + inContainer(pod.container)).join(', ');
}

function formatSecret({ name, note, keys }: ExplainedSecret, paint: Paint): string {
  const title = `  Secret ${printable(name)}${note === undefined ? '' : `: ${printable(note)}`}\n`;
  return title + formatTable(keys.map((key) => rowOf(key, paint)));
}

function rowOf({ serverKey, username, order, why, suggestion }: ExplainedKey, paint: Paint) {
  const place = order === undefined ? '-' : `${order}.`;
  const user = username === '' ? 'without a username' : `as ${username}`;
  const write = suggestion === undefined ? '' : `; write '${suggestion}'`;
  return [
    { text: `    ${place}`, shown: `    ${paint(place, order === undefined ? 'dim' : 'green')}` },
    { text: printable(serverKey) },
    { text: printable(user) },
    { text: printable(`${order === undefined ? 'not tried' : 'tried'}: it ${why}${write}`) },
  ];
}
