export { thisMachine } from './this-machine';
