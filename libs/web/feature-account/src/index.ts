export { accountRoutes, idleReturn } from './routes.js';
