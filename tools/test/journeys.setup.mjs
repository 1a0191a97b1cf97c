export { setUpJourneys as default } from './setup.ts';
