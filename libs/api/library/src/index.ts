export { Catalogues } from './catalogue.js';
export { DataPrice1764000000050 } from './data-price.migration.js';
export { Library1764000000004 } from './library.migration.js';
export { LibraryModule } from './library.module.js';
export { Library, type Published } from './library.js';
export { checkMedia, MEDIA_LIMITS, takeMedia, type MediaUse } from './media-intake.js';
export { Versions, type UnitsOf } from './versions.js';
