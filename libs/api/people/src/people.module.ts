import { PlaceNames } from '@sala/api/identity';
import { LearningLogModule } from '@sala/api/learning-log';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Demo } from './demo.js';
import { CardSheets } from './card-sheets.js';
import { Gazetteer } from './gazetteer.js';
import { GroupMember, GroupMentor, LearnerGroup } from './group.entity.js';
import { Groups } from './groups.js';
import { GroupsController } from './groups.controller.js';
import { Imports } from './imports.js';
import { ImportsController } from './imports.controller.js';
import { Lives } from './lives.js';
import { LivesController } from './lives.controller.js';
import { Mentored } from './mentored.js';
import { PeopleFiles } from './people-files.js';
import { ImportedPerson, PersonActRow, PersonImport } from './person-act.entity.js';
import { PersonActs } from './person-acts.js';
import { PersonPages } from './person-pages.js';
import { PlacePages } from './place-pages.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';
import { Place } from './place.entity.js';
import { Places } from './places.js';

/** Places, people and the roles they hold. Global because identity names places that are kept here. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([Place, LearnerGroup, GroupMember, GroupMentor, PersonActRow, PersonImport, ImportedPerson]),
    LearningLogModule,
  ],
  controllers: [PeopleController, LivesController, GroupsController, ImportsController],
  providers: [
    PersonActs,
    PlacePages,
    PersonPages,
    Lives,
    Groups,
    Imports,
    CardSheets,
    PeopleFiles,
    Places,
    People,
    Mentored,
    Gazetteer,
    Demo,
    { provide: PlaceNames, useExisting: Places },
  ],
  exports: [PersonActs, PlacePages, PlaceNames, Places, People, Mentored, Gazetteer, Demo],
})
export class PeopleModule {}
