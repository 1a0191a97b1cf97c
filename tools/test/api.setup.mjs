export { setUpApi as default } from './setup.ts';
