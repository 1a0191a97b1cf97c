import { FileStore, Prepared, Problem } from '@sala/api/platform';
import { readAs, readLesson, readQuiz, unitOfLesson, unitOfQuiz, type Read, type Unit } from '@sala/domain/content';
import { Practice } from '@sala/domain/practice';
import { courseOfPackage, type CourseFolder, type Manifest, type PackageMediaType } from '@sala/domain/publishing';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

/** The lessons and quizzes of a published version, by id. */
export type UnitsOf = ReadonlyMap<string, Unit>;

const KEPT_VERSIONS = 60;
const KEPT_UNITS = 300;
const KEPT_MEDIA_TYPES = 20_000;

/** Published versions. They never change, so what was read once is kept. */
@Injectable()
export class Versions {
  private readonly manifests = new LRUCache<string, string>({ max: KEPT_VERSIONS });
  private readonly units = new LRUCache<string, UnitsOf>({ maxSize: KEPT_UNITS, sizeCalculation: (units) => units.size });
  private readonly mediaTypes = new LRUCache<string, PackageMediaType>({ max: KEPT_MEDIA_TYPES });

  constructor(
    private readonly prepared: Prepared,
    private readonly files: FileStore,
  ) {}

  /** The number of a course's newest version that isn't withdrawn. */
  async latest(courseId: string): Promise<number> {
    const [row] = await this.prepared.query<{ number: number }>(
      'latest version',
      'select number from course_version where course_id = $1 and retired_at is null order by number desc limit 1',
      [courseId],
    );
    if (!row) throw new Problem('not-found');
    return row.number;
  }

  /** The manifests of the newest versions of all courses that aren't withdrawn. */
  async newest(): Promise<Manifest[]> {
    const rows = await this.prepared.query<{ courseId: string; number: number }>(
      'newest versions',
      `select course_id as "courseId", max(number) as number from course_version where retired_at is null group by course_id order by course_id`,
    );
    return Promise.all(rows.map(async ({ courseId, number }) => JSON.parse(await this.manifest(courseId, number)) as Manifest));
  }

  /** A practice of a version as it was published; undefined when the version has no such practice. */
  async practice(manifest: Manifest, id: string): Promise<Practice | undefined> {
    const path = `practices/${id}.json`;
    return manifest.files.some((file) => file.path === path) ? this.read(manifest, path, (value) => readAs(Practice, value)) : undefined;
  }

  /** The manifest of a version as JSON text. */
  async manifest(courseId: string, version: number): Promise<string> {
    const text = await this.findManifest(courseId, version);
    if (text === undefined) throw new Problem('not-found');
    return text;
  }

  /** The lessons and quizzes of a version, or undefined when there is no such version. */
  async unitsOf(courseId: string, version: number): Promise<UnitsOf | undefined> {
    const key = `${courseId}/${version}`;
    const known = this.units.get(key);
    if (known) return known;
    const text = await this.findManifest(courseId, version);
    if (text === undefined) return undefined;
    const manifest = JSON.parse(text) as Manifest;
    const lessons = manifest.lessons.map(async ({ file }) => unitOfLesson(await this.read(manifest, file, readLesson)));
    // Versions that were published before there were quizzes have none.
    const quizzes = (manifest.quizzes ?? []).map(async ({ file }) => unitOfQuiz(await this.read(manifest, file, readQuiz)));
    const units = new Map((await Promise.all([...lessons, ...quizzes])).map((unit) => [unit.id, unit]));
    this.units.set(key, units);
    return units;
  }

  /** The course document and media of a version, as they were published. */
  async courseOf(courseId: string, version: number): Promise<CourseFolder> {
    const manifest = JSON.parse(await this.manifest(courseId, version)) as Manifest;
    const files = await Promise.all(manifest.files.map(async (file) => ({ ...file, bytes: await this.files.read(file.sha256) })));
    const documents = files.filter((file) => file.mediaType === 'application/json');
    const contents = new Map(documents.map(({ path, bytes }) => [path, JSON.parse(bytes.toString('utf8')) as unknown]));
    const media = files.filter((file) => file.mediaType !== 'application/json');
    return { course: courseOfPackage(manifest, contents), media: media.map(({ path, mediaType, bytes }) => ({ path, mediaType, bytes })) };
  }

  /** The media type of a stored file. */
  async mediaTypeOf(sha256: string): Promise<PackageMediaType> {
    const known = this.mediaTypes.get(sha256);
    if (known) return known;
    const [row] = await this.prepared.query<{ type: PackageMediaType }>(
      'media type',
      'select media_type as type from stored_file where sha256 = $1',
      [sha256],
    );
    if (!row) throw new Problem('not-found');
    this.mediaTypes.set(sha256, row.type);
    return row.type;
  }

  private async findManifest(courseId: string, version: number): Promise<string | undefined> {
    const key = `${courseId}/${version}`;
    const known = this.manifests.get(key);
    if (known !== undefined) return known;
    const [row] = await this.prepared.query<{ manifest: string }>(
      'manifest',
      'select manifest::text as manifest from course_version where course_id = $1 and number = $2::bigint',
      [courseId, version],
    );
    if (row) this.manifests.set(key, row.manifest);
    return row?.manifest;
  }

  private async read<T>(manifest: Manifest, path: string, reader: (value: unknown) => Read<T>): Promise<T> {
    const file = manifest.files.find((one) => one.path === path);
    const bytes = await this.files.read(file?.sha256 ?? '');
    const read = reader(JSON.parse(bytes.toString('utf8')));
    if (!read.ok) throw new Error(`published ${path} of ${manifest.slug} ${manifest.version} can't be read`);
    return read.value;
  }
}
