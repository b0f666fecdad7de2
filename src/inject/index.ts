export { injectResourceList, parseResourceList, type ResourceList } from './inject-resource-list';
export { type InjectedText, injectStream } from './inject-stream';
export { type InjectedAccess, Injection } from './injection';
