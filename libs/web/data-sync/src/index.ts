export { Contact } from './contact.js';
export { Downloads } from './downloads.js';
export { Progress } from './progress.js';
export { Uplink, type UplinkState } from './uplink.js';
