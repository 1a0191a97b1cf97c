export { Authoring1764000000020 } from './authoring.migration.js';
export { RevisionThinning1764000000091 } from './revision-thinning.migration.js';
export { AuthoringModule } from './authoring.module.js';
