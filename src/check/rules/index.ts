import type { Rule } from '../rule';
import { ambiguousCredential } from './ambiguous-credential';
import { azurePodLabelMissing } from './azure-pod-label-missing';
import { broadSecretAccess } from './broad-secret-access';
import { csiSecretForPull } from './csi-secret-for-pull';
import { defaultServiceAccountRace } from './default-service-account-race';
import { emptyLogin } from './empty-login';
import { emptyPullSecretReference } from './empty-pull-secret-reference';
import { expiringToken } from './expiring-token';
import { impossibleRepository } from './impossible-repository';
import { invalidImage } from './invalid-image';
import { latestTag } from './latest-tag';
import { loginBreaksPublicImage } from './login-breaks-public-image';
import { malformedDockerConfig } from './malformed-docker-config';
import { missingCredential } from './missing-credential';
import { missingSecret } from './missing-secret';
import { missingServiceAccount } from './missing-service-account';
import { mutableTag } from './mutable-tag';
import { paddedPassword } from './padded-password';
import { plaintextCredential } from './plaintext-credential';
import { prefixLeak } from './prefix-leak';
import { pullIdentityVersion } from './pull-identity-version';
import { runtimeIdentityCannotPull } from './runtime-identity-cannot-pull';
import { secretInOtherNamespace } from './secret-in-other-namespace';
import { serviceAccountSecretsField } from './service-account-secrets-field';
import { serviceAccountWithoutSecrets } from './service-account-without-secrets';
import { shadowedServiceAccountSecrets } from './shadowed-service-account-secrets';
import { staticPodWithSecrets } from './static-pod-with-secrets';
import { twoRuntimeIdentities } from './two-runtime-identities';
import { unreachableServerKey } from './unreachable-server-key';
import { wrongSecretType } from './wrong-secret-type';

/** Every rule. A new one is a file here, a line here and an id in `rule-id.ts`. */
export const RULES: readonly Rule[] = [
  invalidImage,
  impossibleRepository,
  missingCredential,
  missingSecret,
  secretInOtherNamespace,
  wrongSecretType,
  malformedDockerConfig,
  emptyLogin,
  paddedPassword,
  unreachableServerKey,
  prefixLeak,
  ambiguousCredential,
  loginBreaksPublicImage,
  shadowedServiceAccountSecrets,
  serviceAccountWithoutSecrets,
  serviceAccountSecretsField,
  missingServiceAccount,
  emptyPullSecretReference,
  defaultServiceAccountRace,
  staticPodWithSecrets,
  csiSecretForPull,
  runtimeIdentityCannotPull,
  pullIdentityVersion,
  azurePodLabelMissing,
  twoRuntimeIdentities,
  expiringToken,
  plaintextCredential,
  broadSecretAccess,
  latestTag,
  mutableTag,
];
