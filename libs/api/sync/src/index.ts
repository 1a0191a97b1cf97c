export { Exchange } from './exchange.js';
export { Relay } from './relay.js';
export { SyncModule } from './sync.module.js';
