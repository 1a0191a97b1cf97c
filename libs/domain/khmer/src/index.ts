export { canonicalKhmer } from './canonical.js';
export { khmerDate, khmerShortDate, khmerTime, khmerWhen } from './dates.js';
export { khmerDigits, khmerNumber, latinDigits } from './digits.js';
export { looseKey, searchKey } from './search-key.js';
export { softenKhmer } from './softening.js';
export { initialOf, syllables } from './syllables.js';
export { FilePath, LANGUAGES, Slug, Text, type Language } from './text.js';
