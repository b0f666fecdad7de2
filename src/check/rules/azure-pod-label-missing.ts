import { AZURE_CLIENT_ID, AZURE_USE_LABEL } from '../../identity';
import type { Rule } from '../rule';
import { AZURE_POD_LABEL } from './links';

/** A pod of an account that is somebody in Azure, which its containers will not be. */
export const azurePodLabelMissing: Rule = {
  id: 'azure-pod-label-missing',
  why: "Azure's webhook gives a token to pods that have its label, whatever their ServiceAccount says",
  link: AZURE_POD_LABEL,
  *check({ pods }) {
    for (const { workload, identity } of pods) {
      const { ref, path, azureLabel, isStatic, serviceAccount } = workload;
      // 'false' is somebody's decision
      if (isStatic || azureLabel === undefined || azureLabel === 'true' || azureLabel === 'false') continue;
      if (!identity.runtimes.some((mark) => mark.annotation === AZURE_CLIENT_ID)) continue;
      const got = azureLabel === null ? 'without the label' : `with '${azureLabel}' in the label`;
      yield {
        severity: 'warning',
        on: ref,
        path: [...path.slice(0, -1), 'metadata', 'labels'],
        message: `${ref.kind} '${ref.name}' runs as ServiceAccount '${serviceAccount}', which has ${AZURE_CLIENT_ID}, ${got} ${AZURE_USE_LABEL}`,
        fix: `label the pods with ${AZURE_USE_LABEL}: 'true', or with 'false' where they need no identity`,
      };
    }
  },
};
