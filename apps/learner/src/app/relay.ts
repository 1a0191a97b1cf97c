// One lazy part for everything that goes from phone to phone; the service worker keeps it for where there is no line.
export { MentoringErrands } from '@sala/web/data-sync/mentoring';
export { Errands } from '@sala/web/data-sync/relay';
export { relayRoutes } from '@sala/web/feature-relay';
