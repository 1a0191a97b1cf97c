// One lazy part for the pages of arriving and of the phone that nobody meets at the first visit.
export { HelpPage } from './help-page.js';
export { IdleReturn } from './idle-return.js';
export { SettingsPage } from './settings-page.js';
