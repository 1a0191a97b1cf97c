export { helpParts, settingsParts } from './late.js';
export { learnRoutes } from './routes.js';
