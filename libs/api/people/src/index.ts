export { Demo, DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, type DemoSignIn } from './demo.js';
export { BadGazetteer, Gazetteer, readGazetteer, type ImportedPlaces } from './gazetteer.js';
export { People, type NewPerson } from './people.js';
export { People1764000000003 } from './people.migration.js';
export { PeopleModule } from './people.module.js';
export { Places, type PlaceRow } from './places.js';
