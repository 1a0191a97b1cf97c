export { accountRoutes, idleReturn } from './routes.js';
export { SETTINGS_PARTS } from './settings-parts.js';
