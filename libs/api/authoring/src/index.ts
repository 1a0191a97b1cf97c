export { Authoring1764000000020 } from './authoring.migration.js';
export { AuthoringModule } from './authoring.module.js';
