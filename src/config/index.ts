export type { AccessConfig } from './access-config';
export type { CheckConfig } from './check-config';
export { accessNamed } from './named-access';
export { nearest } from './nearest';
export { CONFIG_FILE, type Config, EMPTY_CONFIG, parseConfig, parseConfigValue } from './parse-config';
