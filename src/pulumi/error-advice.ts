import { AsyncResource } from 'node:async_hooks';
import { type CustomResourceOptions, ErrorHook, log } from '@pulumi/pulumi';
import { monitorOffers, perDeployment } from './per-deployment';

/** What an API server's error means for us, and the way out. */
const ADVICE: readonly { readonly type: RegExp; readonly error: RegExp; readonly say: string }[] = [
  {
    type: /:ServiceAccount$/,
    error: /already exists/,
    say: 'somebody else makes this service account: bind it with ServiceAccountBinding.patch instead of create (a WorkloadIdentity: with createServiceAccount: false), or take it over with `pulumi import`',
  },
  {
    type: /:Secret$/,
    error: /already exists/,
    say: 'a Secret of this name is in the namespace already: take it over with `pulumi import`, refer to it with PullSecret.existing, or give the pull secret another name',
  },
  {
    type: /:Namespace$/,
    error: /already exists/,
    say: 'the namespace is there already: leave createNamespaces out, or take it over with `pulumi import`',
  },
  {
    type: /:ServiceAccountPatch$/,
    error: /conflict.*\.imagePullSecrets/s,
    say: "somebody else wrote this service account's imagePullSecrets, which have one owner: bind the pods alone (leave the binding out), list their secrets too with PullSecret.existing and set onConflict: 'replace', or make an account of your own with ServiceAccountBinding.create",
  },
  {
    type: /:ServiceAccountPatch$/,
    error: /conflict/,
    say: 'somebody else wrote these fields of the service account: take them out there, or give the provider enablePatchForce: true (`pulumi config set kubernetes:enablePatchForce true`) to take them over',
  },
  {
    type: /:/,
    error: /namespaces? "[^"]*" not found/,
    say: 'the namespace is not in the cluster: make it first and pass the Namespace resource itself in namespaces, or set createNamespaces: true',
  },
];

/** The advice for an error of a resource, if there is some. */
export function adviceFor(type: string, errors: readonly string[]): string | undefined {
  return ADVICE.find((advice) => advice.type.test(type) && errors.some((error) => advice.error.test(error)))?.say;
}

const hookOfDeployment = perDeployment(() => {
  // the engine calls back from outside of the program, where an inline program's log would not find the engine
  const say = AsyncResource.bind((text: string) => log.error(text));
  return new ErrorHook('regcred-advice', ({ name, type, errors }) => {
    const advice = adviceFor(type, errors);
    if (advice !== undefined) say(`${name}: ${advice}`);
    return false; // never try again
  });
});

/** Options of a resource whose errors are explained; none where the SDK or the engine has no hooks for errors. */
export function onErrorAdvice(): Pick<CustomResourceOptions, 'hooks'> {
  if (!monitorOffers('registerErrorHook')) return {};
  return { hooks: { onError: [hookOfDeployment()] } };
}
