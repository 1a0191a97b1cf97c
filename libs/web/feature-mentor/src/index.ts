export { SHOWN_CARD } from './parts.js';
export { mentorRoutes } from './routes.js';
