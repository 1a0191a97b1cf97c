// An entry of its own, loaded with what shows codes: what draws them is in nobody's first load.
export { qrPath } from './controls/qr-path.js';
