import type { DockerConfig } from '../../credential';
import { DOCKER_CFG_TYPE, DOCKER_CONFIG_JSON_KEY, DOCKER_CONFIG_JSON_TYPE } from '../../kubernetes';
import { isMapping } from '../../manifest';
import type { IgnoredContent } from './secret-model';

/** Fields of Docker's own file that point to where the logins are on the machine of whoever wrote it. */
const HELPER_FIELDS = ['credsStore', 'credHelpers'];

/**
 * Why the kubelet finds no login in a docker config that it can read, where somebody meant there to be one: not in `{}`, which stands for
 * a Secret that is filled later.
 *
 * @param json the text of the config, which has been read as JSON
 */
export function whyIdle(type: string, json: string, { entries }: DockerConfig): IgnoredContent | undefined {
  if (type === DOCKER_CFG_TYPE) {
    if (entries.length !== 1 || entries[0]?.serverKey !== 'auths') return undefined;
    return idle(
      `its logins stand under 'auths', which is no part of type '${DOCKER_CFG_TYPE}'`,
      `take 'auths' away, or make it again with 'type: ${DOCKER_CONFIG_JSON_TYPE}' and the key '${DOCKER_CONFIG_JSON_KEY}'`,
    );
  }
  if (entries.length > 0) return undefined;
  const fields = fieldsOf(json);
  const helper = HELPER_FIELDS.find((field) => fields.includes(field));
  if (helper !== undefined) {
    return idle(
      `it has no login, only '${helper}', which is for the machine that it was written on`,
      'write the logins themselves: docker login without a credential helper does, and regcred secret',
    );
  }
  if (fields.length === 0 || fields.some((field) => field.toLowerCase() === 'auths')) return undefined;
  return idle("its logins do not stand under 'auths'", 'put them under \'auths\': {"auths":{"ghcr.io":{…}}}');
}

function idle(reason: string, fix: string): IgnoredContent {
  return { state: 'ignored', reason, fix };
}

function fieldsOf(json: string): readonly string[] {
  try {
    const config: unknown = JSON.parse(json);
    return isMapping(config) ? Object.keys(config) : [];
  } catch {
    // what Go reads and JavaScript does not is left alone
    return [];
  }
}
