import { type ComponentResource, Config, log, Output } from '@pulumi/pulumi';
import { RegcredError } from '../error';
import { perDeployment } from './per-deployment';

/** What the Kubernetes provider takes for true and false. */
const TRUE = /^(1|t|true)$/i;
const FALSE = /^(0|f|false)$/i;

/**
 * Says so where the provider would delete a Secret before it makes it again with a new password.
 *
 * @see https://www.pulumi.com/registry/packages/kubernetes/api-docs/provider/
 */
export function warnAboutImmutableSecrets(component: ComponentResource): void {
  withSetting(component, 'enableSecretMutable', 'PULUMI_K8S_ENABLE_SECRET_MUTABLE', (value, advice) => {
    if (!TRUE.test(value)) warnOnce()(advice('true'));
  });
}

/**
 * Refuses to patch with a provider that cannot.
 *
 * @throws RegcredError `server-side-apply`; for a provider of the program when its settings are known
 */
export function requireServerSideApply(component: ComponentResource): void {
  withSetting(component, 'enableServerSideApply', 'PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY', (value, advice) => {
    if (!FALSE.test(value)) return;
    throw new RegcredError(
      'server-side-apply',
      `a service account is patched with server-side apply, which is turned off here: ${advice('true')}, ` +
        'or leave the binding out and let the pods list the pull secrets',
    );
  });
}

/** Looks at a setting of the component's provider: the stack's own one, or one that the program makes. */
function withSetting(
  component: ComponentResource,
  key: string,
  variable: string,
  look: (value: string, advice: (value: string) => string) => void,
): void {
  const provider = component.getProvider('kubernetes:core/v1:Secret');
  if (provider === undefined) {
    const value = new Config('kubernetes').get(key) ?? process.env[variable] ?? '';
    look(value, (wanted) => `run \`pulumi config set kubernetes:${key} ${wanted}\``);
    return;
  }
  const given: unknown = Reflect.get(provider, key);
  if (!Output.isInstance(given)) return; // made by another process, which tells nothing of it
  given.apply((value) => look(String(value ?? ''), (wanted) => `give its provider ${key}: ${wanted}`));
}

const warnOnce = perDeployment(() => {
  let warned = false;
  return (advice: string) => {
    if (warned) return;
    warned = true;
    log.warn(
      `a pull secret is deleted and made again when its password changes, and pods that start in between cannot pull: ${advice}`,
    );
  };
});
