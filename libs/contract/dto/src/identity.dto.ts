import { IsBoolean, IsEmail, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '@sala/domain/access';

/** The code of a printed card, as typed or scanned: 12 digits of either script, spaces allowed. */
export class ShowCardRequest {
  @IsString()
  @MaxLength(64)
  code!: string;
}

/** The key by which a phone signs what others carry for it. */
export class RegisterDeviceRequest {
  @IsUUID()
  deviceId!: string;

  /** The uncompressed P-256 point, as base64url. */
  @Matches(/^[\w-]{87}$/)
  publicKey!: string;
}

/** The public keys of the server, each an uncompressed P-256 point as base64url. */
export class ServerKeysReply {
  /** Proves receipts and course files. */
  signing!: string;
  /** Packets are sealed to it. */
  sealing!: string;
}

/** What a good card opens: a ticket for the next ten minutes, and whose card it is, to read back before the PIN. */
export class ShowCardReply {
  ticket!: string;
  person!: PersonName;
  /** Whether this person chooses a PIN now or enters the one chosen earlier. */
  pin!: 'choose' | 'enter';
}

/** A person's names; the family name stands first. */
export class PersonName {
  id!: string;
  familyName!: string;
  givenName!: string;
  familyNameLatin!: string;
  givenNameLatin!: string;
}

/** Brings a person onto a phone: the ticket of their card, and their PIN. */
export class OpenProfileRequest {
  @IsString()
  @Length(20, 128)
  ticket!: string;

  /** Four digits. */
  @Matches(/^[0-9]{4}$/)
  pin!: string;

  /** The phone's own id, made by the app at its first start; the reply tells the one to use. */
  @IsUUID()
  deviceId!: string;
}

/** The profile that was opened, and the id under which this phone records. */
export class OpenProfileReply {
  person!: PersonName;
  /** The name of the commune or village where the person works. */
  placeName!: PlaceName;
  deviceId!: string;
}

/** A place's name in both scripts. */
export class PlaceName {
  code!: string;
  khmer!: string;
  latin!: string;
}

/** A new PIN for a profile on this phone, allowed by a mentor's or officer's one-time code. */
export class ResetPinRequest {
  @IsUUID()
  personId!: string;

  /** Eight digits, spaces allowed. */
  @IsString()
  @MaxLength(32)
  code!: string;

  /** Four digits. */
  @Matches(/^[0-9]{4}$/)
  pin!: string;

  @IsUUID()
  deviceId!: string;
}

/** How staff sign in: all three at once, so that nothing is told about any one of them. */
export class SignInStaffRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, 200)
  password!: string;

  /** The six digits of the authenticator app. */
  @Matches(/^[0-9]{6}$/)
  code!: string;
}

/** A role held at a place, with the place's name. */
export class RoleHeld {
  role!: Role;
  place!: PlaceName;
}

/** Who is signed in here: a member of staff, or the learners brought onto this phone. */
export class SessionReply {
  staff?: StaffSession;
  phone?: PhoneSession;
}

/** A member of staff who is signed in. */
export class StaffSession {
  person!: PersonName;
  roles!: RoleHeld[];
}

/** A phone and the people brought onto it. */
export class PhoneSession {
  deviceId!: string;
  learners!: PersonName[];
}

/** The path of a route about a person. */
export class PersonPath {
  @IsUUID()
  personId!: string;
}

/** The place whose people are listed, and how far to read. */
export class PeopleQuery {
  @Matches(/^(?:KH|(?:\d{2}){1,4})$/)
  place!: string;

  /** Words of the name, in either script. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;

  /** The id after which to go on. */
  @IsOptional()
  @IsUUID()
  after?: string;
}

/** A person in a list. */
export class PersonInList {
  person!: PersonName;
  roles!: RoleHeld[];
  /** Whether a card of theirs is valid. */
  hasCard!: boolean;
  /** Whether they chose a PIN. */
  hasPin!: boolean;
}

/** People of a place and below, in dictionary order. */
export class PeopleReply {
  people!: PersonInList[];
  /** Where the next page begins, when there is one. */
  next?: string;
}

/** A new person with a first role. */
export class AddPersonRequest {
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

  /** It is somebody else who has the same name at the same place. */
  @IsOptional()
  @IsBoolean()
  anyway?: boolean;

  /** A telephone number, for mentors and officers only. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @Matches(new RegExp(`^(?:${ROLES.join('|')})$`))
  role!: Role;

  @Matches(/^(?:KH|(?:\d{2}){1,4})$/)
  place!: string;
}

/** A card just issued; the code is shown once and only its hash is kept. */
export class IssueCardReply {
  person!: PersonName;
  /** Twelve digits in groups of four. */
  code!: string;
  /** The address that the QR holds. */
  address!: string;
}

/** A code that lets a learner choose a new PIN once. */
export class OneTimeCodeReply {
  code!: string;
  expiresAt!: string;
}

/** The place whose children are listed. */
export class PlacesQuery {
  @Matches(/^(?:KH|(?:\d{2}){1,4})$/)
  parent!: string;
}

/** A place of the gazetteer. */
export class PlaceReply {
  code!: string;
  khmer!: string;
  latin!: string;
  /** The Khmer word for the kind of unit: ខេត្ត, ស្រុក, ឃុំ…. */
  unit!: string;
}
