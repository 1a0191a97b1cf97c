import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID, Matches, Min } from 'class-validator';
import { IMPORT_ROWS, type RowFaultCode } from '@sala/domain/people';
import { PersonName, PlaceName } from './identity.dto.js';
import { PlaceWithPath } from './people.dto.js';

const PLACE = /^(?:KH|(?:\d{2}){1,4})$/;

/** The rows of a list of people, each as `PersonRow` of the domain; `anyway` names lines that are somebody else with the same name. */
export class CheckImportRequest {
  static readonly readByDomain = ['rows'] as const;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(IMPORT_ROWS)
  rows!: object[];

  @IsArray()
  @ArrayMaxSize(IMPORT_ROWS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  anyway!: number[];
}

/** Brings people in; the same id brings them in once, however often it is sent. */
export class ImportPeopleRequest extends CheckImportRequest {
  @IsUUID()
  importId!: string;
}

/** What is wrong with a row. */
export class FaultOfRow {
  code!: RowFaultCode;
  field!: string;
  /** The line of the same name. */
  line?: number;
  /** The places that the name can mean. */
  places?: PlaceWithPath[];
}

/** A row that can't be brought in as it is. */
export class FaultyRow {
  line!: number;
  faults!: FaultOfRow[];
}

/** How many people come to a place. */
export class PeopleToPlace {
  place!: PlaceName;
  people!: number;
}

/** What bringing rows in would do; nothing is written yet. */
export class CheckImportReply {
  rows!: number;
  faulty!: FaultyRow[];
  /** Where those without a fault come to. */
  places!: PeopleToPlace[];
}

/** An import of people. */
export class ImportReply {
  id!: string;
  at!: string;
  by?: PersonName;
  place!: PlaceName;
  people!: number;
  /** When it was undone, and how many stayed because they had begun to learn. */
  undoneAt?: string;
  kept?: number;
}

/** The path of a route about an import. */
export class ImportPath {
  @IsUUID()
  importId!: string;
}

/** What an undoing did. */
export class UndoImportReply {
  removed!: number;
  /** Those who have signed in or learnt since, and stay. */
  kept!: PersonName[];
}

/** The forms in which a table leaves Sala. */
export const FILE_FORMS = ['xlsx', 'csv'] as const;
/** One of `FILE_FORMS`. */
export type FileForm = (typeof FILE_FORMS)[number];

/** The form of a file. */
export class FileFormQuery {
  @IsIn(FILE_FORMS)
  form!: FileForm;
}

/** The people of a place as a file. */
export class ExportPeopleQuery extends FileFormQuery {
  @Matches(PLACE)
  place!: string;
}
