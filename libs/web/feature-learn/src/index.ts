export { helpParts, settingsParts, shownCard } from './late.js';
export { learnRoutes } from './routes.js';
