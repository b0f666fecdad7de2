export { ImagePattern } from './image-pattern';
export { type ImageRule, judgeImage } from './judge-image';
export { type PolicyIntent, planPolicy } from './plan-policy';
export { PolicyEngine, PolicyMode } from './policy-mode';
export type { PolicyRules } from './policy-rules';
