export { Demo, DEMO_GROUPS, DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson, type DemoSignIn } from './demo.js';
export { BadGazetteer, Gazetteer, readGazetteer, type ImportedPlaces } from './gazetteer.js';
export { Groups1764000000060 } from './groups.migration.js';
export { Mentored, type MentoredLearner } from './mentored.js';
export { People, type NewPerson } from './people.js';
export { People1764000000003 } from './people.migration.js';
export { PeopleModule } from './people.module.js';
export { Places, type PlaceRow } from './places.js';
export { holds, within } from './within.js';
