import { CallerOf, Handle, type Caller } from '@sala/api/platform';
import { AddGroupRequest, ChangeGroupRequest, GroupPath, GroupReply, IssueCardsReply, IssueCardsRequest } from '@sala/contract/dto';
import { routes } from '@sala/contract/routes';
import { Body, Controller, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CardSheets } from './card-sheets.js';
import { Groups } from './groups.js';

// Five hundred ids, with room to spare.
const MANY_IDS = 65_536;

/** Groups with their mentors, and cards for many people at once. */
@Controller()
export class GroupsController {
  constructor(
    private readonly groups: Groups,
    private readonly sheets: CardSheets,
  ) {}

  /** A group with its people. */
  @Handle(routes.group)
  group(@Param() path: GroupPath, @CallerOf() caller: Caller): Promise<GroupReply> {
    return this.groups.of(path.groupId, caller);
  }

  /** Makes an empty group at a place. */
  @Handle(routes.addGroup)
  addGroup(@Body() body: AddGroupRequest, @CallerOf() caller: Caller): Promise<GroupReply> {
    return this.groups.add(body, caller);
  }

  /** Makes a group what it is to be: name, members, mentors. */
  @Handle(routes.changeGroup, { bodyLimit: MANY_IDS })
  changeGroup(@Param() path: GroupPath, @Body() body: ChangeGroupRequest, @CallerOf() caller: Caller): Promise<GroupReply> {
    return this.groups.change(path.groupId, body, caller);
  }

  /** Removes a group; its people stay. */
  @Handle(routes.removeGroup)
  removeGroup(@Param() path: GroupPath, @CallerOf() caller: Caller): Promise<void> {
    return this.groups.remove(path.groupId, caller);
  }

  /** Issues the cards of many people; their codes are told once. */
  @Handle(routes.issueCards, { bodyLimit: MANY_IDS })
  issueCards(@Body() body: IssueCardsRequest, @Req() request: FastifyRequest, @CallerOf() caller: Caller): Promise<IssueCardsReply> {
    return this.sheets.issue(body, caller, `${request.protocol}://${request.host}`);
  }
}
