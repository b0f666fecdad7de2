export { type ExternalSecretsFanOutOptions, FanOutEngine, PodBinding } from './fan-out-engine';
export { CONSENT_KEY, EXCLUDE_KEY } from './opt-out';
export { DEFAULT_SOURCE_NAMESPACE, type FanOutIntent, planFanOut, reachOf } from './plan-fan-out';
