export { learnRoutes } from './routes.js';
export { StateLine } from './state-line.js';
