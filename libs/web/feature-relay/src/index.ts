export { relayRoutes } from './routes.js';
