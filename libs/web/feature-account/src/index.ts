export { accountRoutes, idleReturn } from './routes.js';
export { HELP_PARTS, SETTINGS_PARTS } from './settings-parts.js';
