import { PlaceNames } from '@sala/api/identity';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Demo } from './demo.js';
import { Gazetteer } from './gazetteer.js';
import { GroupMember, GroupMentor, LearnerGroup } from './group.entity.js';
import { Mentored } from './mentored.js';
import { PeopleController } from './people.controller.js';
import { People } from './people.js';
import { Place } from './place.entity.js';
import { Places } from './places.js';

/** Places, people and the roles they hold. Global because identity names places that are kept here. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Place, LearnerGroup, GroupMember, GroupMentor])],
  controllers: [PeopleController],
  providers: [Places, People, Mentored, Gazetteer, Demo, { provide: PlaceNames, useExisting: Places }],
  exports: [PlaceNames, Places, People, Mentored, Gazetteer, Demo],
})
export class PeopleModule {}
