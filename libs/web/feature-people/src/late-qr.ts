// What draws codes comes only when a card is issued.
export { qrPath } from '@sala/web/ui/qr';
