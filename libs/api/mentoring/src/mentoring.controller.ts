import { CallerOf, Handle, type Caller, type PhoneActor } from '@sala/api/platform';
import {
  MentorDeedsReply,
  MentorDeedsRequest,
  PersonPath,
  RecordingPath,
  RecordingPiece,
  RecordingReply,
  RosterQuery,
  RosterReply,
  UnansweredHelp,
  UnansweredQuery,
} from '@sala/contract/dto';
import { RECORDING_PIECE_BYTES, routes } from '@sala/contract/routes';
import type { ActingPerson } from '@sala/domain/access';
import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Deeds } from './deeds.js';
import { Recordings } from './recordings.js';
import { Roster } from './roster.js';
import { Unanswered } from './unanswered.js';

const MANY_DEEDS = 262_144;
const NO_RIGHTS = "sandbox; default-src 'none'";

/** What mentors see and do. */
@Controller()
export class MentoringController {
  constructor(
    private readonly people: Roster,
    private readonly deeds: Deeds,
    private readonly recordings: Recordings,
    private readonly unanswered: Unanswered,
  ) {}

  /** The people of a mentor, with all that is needed to help them offline. */
  @Handle(routes.roster)
  roster(@Param() path: PersonPath, @Query() query: RosterQuery, @CallerOf() caller: Caller): Promise<RosterReply> {
    return this.people.of(mentorAmong(caller, path.personId).mentor.id, query);
  }

  /** Takes what a mentor did. */
  @Handle(routes.mentorDeeds, { bodyLimit: MANY_DEEDS })
  mentorDeeds(@Param() path: PersonPath, @Body() body: MentorDeedsRequest, @CallerOf() caller: Caller): Promise<MentorDeedsReply> {
    const { mentor, phone } = mentorAmong(caller, path.personId);
    return this.deeds.take(mentor, phone, body);
  }

  /** Takes a piece of a voice or photo. */
  @Handle(routes.addRecording, { bodyLimit: RECORDING_PIECE_BYTES, isFile: true })
  addRecording(@Param() path: RecordingPath, @Query() piece: RecordingPiece, @Body() bytes: unknown): Promise<RecordingReply> {
    return this.recordings.add(path, piece, bytes);
  }

  /** A voice or photo. */
  @Handle(routes.recording, { asIs: true })
  async recording(@Param() path: RecordingPath, @Res() reply: FastifyReply): Promise<void> {
    const { mediaType, content } = await this.recordings.read(path);
    await reply.header('content-security-policy', NO_RIGHTS).header('cache-control', 'no-store').type(mediaType).send(content);
  }

  /** Requests for help in a place that no mentor answered in time. */
  @Handle(routes.unansweredHelp)
  unansweredHelp(@Query() query: UnansweredQuery, @CallerOf() caller: Caller): Promise<UnansweredHelp[]> {
    return this.unanswered.of(query.place, caller);
  }
}

/** The mentor that the path names, among the people of the phone that asks. */
function mentorAmong(caller: Caller, personId: string): { mentor: ActingPerson; phone: PhoneActor } {
  const mentor = caller.phone?.persons.find((person) => person.id === personId.toLowerCase());
  if (!caller.phone || !mentor?.roles.some(({ role }) => role === 'mentor')) throw caller.refusal();
  return { mentor, phone: caller.phone };
}
