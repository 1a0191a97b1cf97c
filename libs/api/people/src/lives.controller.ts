import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import {
  ChangePersonRequest,
  FindPlacesQuery,
  ForgottenReply,
  MoveRequest,
  PersonPath,
  PersonReply,
  PlacePageReply,
  PlacePath,
  PlaceWithPath,
  RoleRequest,
} from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { Lives } from './lives.js';
import { PersonPages } from './person-pages.js';
import { PlacePages } from './place-pages.js';

/** The pages of places and of people, and what happens to people over time. */
@Controller()
export class LivesController {
  constructor(
    private readonly lives: Lives,
    private readonly persons: PersonPages,
    private readonly pages: PlacePages,
  ) {}

  /** Places by name or code. */
  @Handle(routes.findPlaces)
  findPlaces(@Query() query: FindPlacesQuery): Promise<PlaceWithPath[]> {
    return this.pages.find(query.search);
  }

  /** What there is at a place: what lies below, groups, and who has which rights. */
  @Handle(routes.placePage)
  placePage(@Param() path: PlacePath, @CallerOf() caller: Caller): Promise<PlacePageReply> {
    return this.pages.of(path.place, caller);
  }

  /** What an officer may know of a person. */
  @Handle(routes.person)
  person(@Param() path: PersonPath): Promise<PersonReply> {
    return this.persons.of(path.personId);
  }

  /** Changes a person's names and number. */
  @Handle(routes.changePerson)
  async changePerson(@Param() path: PersonPath, @Body() body: ChangePersonRequest, @CallerOf() caller: Caller): Promise<PersonReply> {
    await this.lives.change(path.personId, body, caller);
    return this.persons.of(path.personId);
  }

  /** Gives a person a role at a place. */
  @Handle(routes.giveRole)
  async giveRole(@Param() path: PersonPath, @Body() body: RoleRequest, @CallerOf() caller: Caller): Promise<PersonReply> {
    await this.lives.giveRole(path.personId, body, caller);
    return this.persons.of(path.personId);
  }

  /** Ends a role that a person holds at a place. */
  @Handle(routes.endRole)
  async endRole(@Param() path: PersonPath, @Body() body: RoleRequest, @CallerOf() caller: Caller): Promise<PersonReply> {
    await this.lives.endRole(path.personId, body, caller);
    return this.persons.of(path.personId);
  }

  /** Moves a learner to another place. */
  @Handle(routes.movePerson)
  async movePerson(@Param() path: PersonPath, @Body() body: MoveRequest, @CallerOf() caller: Caller): Promise<PersonReply> {
    await this.lives.move(path.personId, body.place, caller);
    return this.persons.of(path.personId);
  }

  /** Ends all that a person holds; what was learnt stays. */
  @Handle(routes.leavePerson)
  async leavePerson(@Param() path: PersonPath, @CallerOf() caller: Caller): Promise<PersonReply> {
    await this.lives.leave(path.personId, caller);
    return this.persons.of(path.personId);
  }

  /** Forgets a person for good: names, number, card, PIN and account. */
  @Handle(routes.forgetPerson)
  forgetPerson(@Param() path: PersonPath, @CallerOf() caller: Caller): Promise<ForgottenReply> {
    return this.lives.forget(path.personId, caller);
  }
}
