import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '@sala/domain/access';
import { PersonName, PlaceName, PlaceReply, RoleHeld } from './identity.dto.js';

const PLACE = /^(?:KH|(?:\d{2}){1,4})$/;
const ROLE = new RegExp(`^(?:${ROLES.join('|')})$`);
/** So many cards are issued at once: what a printer takes in one go. */
export const CARDS_AT_ONCE = 500;
/** So many people can be in a group, and mentors help it. */
export const GROUP_SIZE = 200;

/** Words of a place's name, in either script, or its code. */
export class FindPlacesQuery {
  @IsString()
  @Length(1, 100)
  search!: string;
}

/** A place with the names of those above it, the highest first. */
export class PlaceWithPath extends PlaceReply {
  path!: PlaceName[];
}

/** The path of a route about a place. */
export class PlacePath {
  @Matches(PLACE)
  place!: string;
}

/** A place just below, with how many people hold a role there or further down. */
export class PlaceBelow extends PlaceReply {
  people!: number;
}

/** Somebody who holds rights at a place: the place itself, or one above from which they are inherited. */
export class RightAtPlace {
  person!: PersonName;
  role!: Role;
  from!: PlaceName;
}

/** A group in a list. */
export class GroupInList {
  id!: string;
  name!: string;
  place!: PlaceName;
  members!: number;
  mentors!: PersonName[];
}

/** What there is at a place: what lies below, the groups, who has which rights, and how many people. */
export class PlacePageReply {
  place!: PlaceReply;
  path!: PlaceName[];
  people!: number;
  below!: PlaceBelow[];
  groups!: GroupInList[];
  rights!: RightAtPlace[];
}

/** A role at a place that somebody is given, or that ends. */
export class RoleRequest {
  @Matches(ROLE)
  role!: Role;

  @Matches(PLACE)
  place!: string;
}

/** Where somebody learns from now on. */
export class MoveRequest {
  @Matches(PLACE)
  place!: string;
}

/** New names and number of a person; an empty number takes it away. */
export class ChangePersonRequest {
  @IsString()
  @Length(1, 60)
  familyName!: string;

  @IsString()
  @Length(1, 60)
  givenName!: string;

  @IsString()
  @MaxLength(60)
  familyNameLatin!: string;

  @IsString()
  @MaxLength(60)
  givenNameLatin!: string;

  @IsString()
  @MaxLength(40)
  phone!: string;
}

/** A role that somebody held until a day. */
export class RolePast extends RoleHeld {
  until!: string;
}

/** What was done about a person or group, when and by whom. */
export class ActDone {
  kind!: string;
  at!: string;
  /** Missing when the machine's operator did it, or who did it is forgotten. */
  by?: PersonName;
  place?: PlaceName;
  role?: Role;
}

/** A group that a person is in, or helps. */
export class GroupOfPerson {
  id!: string;
  name!: string;
  as!: 'member' | 'mentor';
}

/** What an officer may know of a person. */
export class PersonReply {
  person!: PersonName;
  phone?: string;
  roles!: RoleHeld[];
  past!: RolePast[];
  groups!: GroupOfPerson[];
  hasCard!: boolean;
  hasPin!: boolean;
  /** How many events of learning there are; they stay when the person is forgotten. */
  events!: number;
  acts!: ActDone[];
}

/** What is left of somebody who was forgotten: how many events of learning, under a number that names nobody. */
export class ForgottenReply {
  events!: number;
}

/** The path of a route about a group. */
export class GroupPath {
  @IsUUID()
  groupId!: string;
}

/** A new group. */
export class AddGroupRequest {
  @IsString()
  @Length(1, 80)
  name!: string;

  @Matches(PLACE)
  place!: string;
}

/** A group as it is to be: its name, all members and all mentors. Who is no mentor yet becomes one at the group's place. */
export class ChangeGroupRequest {
  @IsString()
  @Length(1, 80)
  name!: string;

  @IsArray()
  @ArrayMaxSize(GROUP_SIZE)
  @IsUUID(undefined, { each: true })
  members!: string[];

  @IsArray()
  @ArrayMaxSize(GROUP_SIZE)
  @IsUUID(undefined, { each: true })
  mentors!: string[];
}

/** Somebody in a group. */
export class PersonInGroup {
  person!: PersonName;
  place!: PlaceName;
  hasCard!: boolean;
}

/** A group with its people. */
export class GroupReply {
  id!: string;
  name!: string;
  place!: PlaceName;
  members!: PersonInGroup[];
  mentors!: PersonInGroup[];
}

/** Whose cards are issued: those of a group, of an import, or some people. */
export class IssueCardsRequest {
  @IsOptional()
  @IsUUID()
  group?: string;

  @IsOptional()
  @IsUUID()
  imported?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(CARDS_AT_ONCE)
  @IsUUID(undefined, { each: true })
  persons?: string[];

  /** Also for those who have a card, which then stops working. */
  @IsBoolean()
  again!: boolean;
}

/** A card of many, with the place where its holder learns. */
export class CardToPrint {
  person!: PersonName;
  place!: PlaceName;
  /** Twelve digits in groups of four; shown once. */
  code!: string;
  /** The address that the QR holds. */
  address!: string;
}

/** Cards just issued. */
export class IssueCardsReply {
  cards!: CardToPrint[];
  /** How many more wait: ask again. */
  left!: number;
}
