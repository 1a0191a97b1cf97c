export { PACKET_FAULTS, PROBLEMS, REFUSALS, type PacketFaultCode, type ProblemCode, type ProblemReply, type Refusal } from './problems.js';
export { deskRoutes, openRoutes, routes, type Route, type RouteName } from './routes.js';
