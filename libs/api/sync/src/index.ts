export { Exchange } from './exchange.js';
export { SyncModule } from './sync.module.js';
