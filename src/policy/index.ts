export { ImagePattern } from './image-pattern';
export { judgeImage } from './judge-image';
export { planPolicy } from './plan-policy';
export { PolicyEngine, PolicyMode } from './policy-mode';
