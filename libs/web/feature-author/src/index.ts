export { authorRoutes } from './routes.js';
