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
export { DEEDS_A_REQUEST, GONE_A_REQUEST, mentorRoutes, RECORDING_BYTES, RECORDING_PIECE_BYTES } from './mentor-routes.js';
export { deskRoutes, openRoutes, routes, type Route, type RouteName } from './routes.js';
