export { type FromConfigProps, readAccess } from './read-access';
export { thisMachine } from './this-machine';
