export { type ExternalSecretsFanOutOptions, FanOutEngine, PodBinding } from './fan-out-engine';
export { DEFAULT_SOURCE_NAMESPACE, planFanOut, reachOf } from './plan-fan-out';
