// One lazy part for the pages that not everybody opens at once.
export { HelpPage } from './help-page.js';
export { SettingsPage } from './settings-page.js';
