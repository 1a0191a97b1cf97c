import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import {
  AddPersonRequest,
  IssueCardReply,
  OneTimeCodeReply,
  PeopleQuery,
  PeopleReply,
  PersonInList,
  PersonPath,
  PlaceReply,
  PlacesQuery,
} from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { People } from './people.js';
import { Places } from './places.js';

/** Places and people. */
@Controller()
export class PeopleController {
  constructor(
    private readonly peopleOf: People,
    private readonly placesOf: Places,
  ) {}

  /** The places just below a place. */
  @Handle(routes.places)
  places(@Query() query: PlacesQuery): Promise<PlaceReply[]> {
    return this.placesOf.children(query.parent);
  }

  /** People of a place and below. */
  @Handle(routes.people)
  people(@Query() query: PeopleQuery, @CallerOf() caller: Caller): Promise<PeopleReply> {
    return this.peopleOf.list(query, caller);
  }

  /** Adds a person with a first role. */
  @Handle(routes.addPerson)
  addPerson(@Body() body: AddPersonRequest, @CallerOf() caller: Caller): Promise<PersonInList> {
    return this.peopleOf.add(body, caller);
  }

  /** Issues a card; its code is shown once. */
  @Handle(routes.issueCard)
  issueCard(@Param() path: PersonPath, @Req() request: FastifyRequest, @CallerOf() caller: Caller): Promise<IssueCardReply> {
    return this.peopleOf.issueCard(path.personId, `${request.protocol}://${request.host}`, caller);
  }

  /** Revokes a card and takes its holder from every phone. */
  @Handle(routes.revokeCard)
  revokeCard(@Param() path: PersonPath, @CallerOf() caller: Caller): Promise<void> {
    return this.peopleOf.revokeCard(path.personId, caller);
  }

  /** Gives a code for choosing a new PIN. */
  @Handle(routes.giveOneTimeCode)
  giveOneTimeCode(@Param() path: PersonPath, @CallerOf() caller: Caller): Promise<OneTimeCodeReply> {
    return this.peopleOf.giveOneTimeCode(path.personId, caller);
  }
}
