import {
  type CustomResource,
  type Input,
  isUnknown,
  type ResourceTransform,
  type ResourceTransformArgs,
} from '@pulumi/pulumi';
import { serviceAccountOf } from '../kubernetes';
import { podTemplatePathOf } from '../manifest';
import { applyPodLabels } from '../plan';
import type { Cluster } from './cluster';
import { depending } from './depending-value';
import { changeAt, type Fields, isFields } from './inputs';
import { opened, openedDeep, sealed } from './opened';
import { Reaches } from './reach';
import { transformPods } from './transform-pods';

/** The pods that run as an account. */
export interface AccountPods {
  readonly serviceAccount: Input<string>;
  /** The account by namespace: webhooks of clouds look at it when a pod is made, so that it must be there before. */
  readonly accounts: readonly { readonly namespace: Input<string>; readonly resource: CustomResource }[];
  /** What the pods are labelled with. */
  readonly labels: Input<Readonly<Record<string, string>>>;
  /** @default - pods of every cluster */
  readonly cluster?: Cluster;
  /** What the account may wait for, and what cannot wait for it then. @default - nothing */
  readonly isEarlier?: (args: ResourceTransformArgs) => Promise<boolean>;
}

/** The transform that labels the pods of an account, and makes them wait for it. */
export function podIdentityTransform({
  serviceAccount,
  accounts,
  labels,
  cluster,
  isEarlier,
}: AccountPods): ResourceTransform {
  const known = new Reaches(
    accounts.map(({ namespace, resource }) => ({ namespace, pullSecrets: [], madeBy: [resource] })),
    cluster,
  );
  return transformPods([], async (args, podSpec) => {
    const path = podTemplatePathOf(podSpec);
    if (await isEarlier?.(args)) return undefined;
    const dependsOn = (await known.of(args)).flatMap(({ madeBy }) => madeBy);
    if (path === undefined || dependsOn.length === 0) return undefined;
    return {
      path,
      dependsOn,
      change: async (template, above) => {
        if (!isFields(template)) return template;
        const { value, secret, resources } = await opened(template.spec);
        const { value: account } = await opened(serviceAccount);
        if (!isFields(value) || typeof account !== 'string') return template;
        const own = await accountOf(value);
        if (own.name !== account) return template;
        const serviceAccountName = own.secret ? sealed(account) : account;
        const spec = {
          ...value,
          serviceAccountName: depending(serviceAccountName, [...dependsOn, ...above, ...resources]),
        };
        return {
          ...template,
          metadata: await labelled(template.metadata, account, labels),
          spec: secret ? sealed(spec) : spec,
        };
      },
    };
  });
}

/** The account that pods will run as; a preview may not know it. */
async function accountOf({ serviceAccountName, serviceAccount }: Fields) {
  const { value, secret } = await openedDeep({ serviceAccountName, serviceAccount });
  return {
    name: Object.values(value as Fields).some(isUnknown) ? undefined : serviceAccountOf(value as Fields),
    secret,
  };
}

async function labelled(metadata: unknown, serviceAccount: string, labels: AccountPods['labels']) {
  const wanted = await opened(labels);
  if (!isFields(wanted.value) || Object.keys(wanted.value).length === 0) return metadata;
  const rule = { serviceAccount, labels: wanted.value as Readonly<Record<string, string>> };
  return changeAt({ labels: {}, ...(await fieldsOf(metadata)) }, ['labels'], async (own) => {
    const filled = applyPodLabels({ labels: own }, { serviceAccountName: serviceAccount }, [rule]);
    return (filled as { readonly labels: unknown }).labels;
  });
}

/** The fields of pod metadata, each of them as closed as it came. */
async function fieldsOf(metadata: unknown): Promise<Fields> {
  const { value, secret } = await opened(metadata);
  if (!isFields(value)) return {};
  return secret ? Object.fromEntries(Object.entries(value).map(([field, item]) => [field, sealed(item)])) : value;
}
