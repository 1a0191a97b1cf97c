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
export { deskRoutes, mentorRoutes, openRoutes, routes, type Route, type RouteName } from './routes.js';
