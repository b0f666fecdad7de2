export { injectResourceList, parseResourceList } from './inject-resource-list';
export { injectStream } from './inject-stream';
export { type InjectedAccess, Injection } from './injection';
