// An entry of its own: what draws QR codes is in nobody's first load.
export { qrPath } from './controls/qr-path.js';
