export { Api, ROUTES, type Called, type Trouble, type TroubleCode } from './api.js';
export type { CallInput, CallName, CallReply } from './calls.js';
export { troubleMessages } from './messages.js';
export { FileCalls } from './file-calls.js';
