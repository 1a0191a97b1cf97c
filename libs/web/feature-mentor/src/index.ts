export { mentorRoutes } from './routes.js';
