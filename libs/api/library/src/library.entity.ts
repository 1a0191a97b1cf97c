import type { Catalogue } from '@sala/contract/dto';
import type { Manifest, PackageMediaType } from '@sala/domain/publishing';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A course; what it says stands in its versions. */
@Entity({ name: 'course' })
@Index('course_slug', ['slug'], { unique: true })
export class CourseRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;
}

/** A published version. Nothing of it ever changes but the day on which it was withdrawn. */
@Entity({ name: 'course_version' })
@Index('course_version_search_key', { synchronize: false })
@Index('course_version_loose_key', { synchronize: false })
export class CourseVersion {
  @PrimaryColumn('uuid', { name: 'course_id' })
  @ForeignKey(() => CourseRow, { name: 'course_version_course' })
  courseId!: string;

  @PrimaryColumn('int')
  number!: number;

  /** As text: its keys keep their order, so that the same content stays the same bytes. */
  @Column('json')
  manifest!: Manifest;

  /** Lessons whose Khmer a native reader has signed. */
  @Column('int', { name: 'reviewed_lessons' })
  reviewedLessons!: number;

  @Column('text', { name: 'search_key' })
  searchKey!: string;

  @Column('text', { name: 'loose_key' })
  looseKey!: string;

  /** Who published it; nobody for what Sala ships. */
  @Column('uuid', { name: 'published_by', nullable: true })
  publishedBy!: string | null;

  @Column('timestamptz', { name: 'published_at', default: () => 'now()' })
  publishedAt!: Date;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}

/** A file in the store. */
@Entity({ name: 'stored_file' })
export class StoredFile {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('bigint')
  bytes!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: PackageMediaType;
}

/** The catalogue as phones get it, made anew whenever a version is published or withdrawn. Has one row. */
@Entity({ name: 'catalogue' })
export class CatalogueRow {
  @PrimaryColumn('boolean', { name: 'one_row', default: true })
  oneRow!: boolean;

  @Column('text')
  hash!: string;

  @Column('json')
  courses!: Catalogue['courses'];
}

/** The price of mobile data as an officer set it last. Has one row, or none. */
@Entity({ name: 'data_price' })
export class DataPriceRow {
  @PrimaryColumn('boolean', { name: 'one_row', default: true })
  oneRow!: boolean;

  @Column('int', { name: 'riel_per_gigabyte' })
  rielPerGigabyte!: number;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column('timestamptz', { name: 'set_at', default: () => 'now()' })
  setAt!: Date;
}
