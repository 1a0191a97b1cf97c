export {
  DEED_REFUSALS,
  PACKET_FAULTS,
  PROBLEMS,
  REFUSALS,
  type DeedRefusal,
  type PacketFaultCode,
  type ProblemCode,
  type ProblemReply,
  type Refusal,
} from './problems.js';
export { mentorRoutes } from './mentor-routes.js';
export { deskRoutes, openRoutes, routes, type Route, type RouteName } from './routes.js';
