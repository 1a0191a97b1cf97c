// One lazy part for the pages of arriving and of the phone that nobody meets at the first visit.
export { Belongings } from '@sala/web/data-device/late';
export { GuestPage } from './guest-page.js';
export { HelpPage } from './help-page.js';
export { IdleReturn } from './idle-return.js';
export { PicturePad } from './picture-pad.js';
export { PinPage } from './pin-page.js';
export { SettingsPage } from './settings-page.js';
export { WhoPage } from './who-page.js';
