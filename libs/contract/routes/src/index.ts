export { PROBLEMS, REFUSALS, type ProblemCode, type ProblemReply, type Refusal } from './problems.js';
export { deskRoutes, openRoutes, routes, type Route, type RouteName } from './routes.js';
