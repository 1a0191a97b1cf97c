import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

/** The secret of a machine on which nobody has set one; production refuses it. */
export const DEVELOPMENT_SECRET = 'sala-development-secret-not-for-production';

const wholeNumber = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value));
const filled = Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** Everything that the surroundings decide, read once at boot and then frozen. Nothing else reads the process environment. */
export class Env {
  /** What this process is for. */
  @IsIn(['production', 'development', 'test'], { message: 'NODE_ENV must be production, development or test.' })
  readonly NODE_ENV: 'production' | 'development' | 'test' = 'development';

  /** The address to listen on. */
  @IsString()
  readonly HOST: string = '127.0.0.1';

  /** The port to listen on; 0 takes a free one. */
  @wholeNumber
  @IsInt({ message: 'PORT must be a whole number, such as 3000.' })
  @Min(0)
  @Max(65_535)
  readonly PORT: number = 3000;

  /** The database, as postgres://user:password@host:port/name. */
  @Matches(/^postgres(?:ql)?:\/\/\S+$/, { message: 'DATABASE_URL is missing: set it to postgres://user:password@host:port/name.' })
  readonly DATABASE_URL!: string;

  /** Database connections that one process may hold. */
  @wholeNumber
  @IsInt()
  @Min(2)
  @Max(200)
  readonly DATABASE_CONNECTIONS: number = 10;

  /** Derives every key: card look-up, sealed second factors, PIN pepper. */
  @IsString()
  @MinLength(32, { message: 'SALA_SECRET is too short: set it to at least 32 random characters, for example from `openssl rand -hex 32`.' })
  readonly SALA_SECRET: string = DEVELOPMENT_SECRET;

  /** The folder of stored files; shared by all copies of the API. */
  @IsString()
  readonly FILES_DIR: string = '.data/files';

  /** The folder of the built learner app, served at `/`. */
  @filled
  @IsOptional()
  @IsString()
  readonly LEARNER_DIR?: string;

  /** The folder of the built studio, served at `/studio`. */
  @filled
  @IsOptional()
  @IsString()
  readonly STUDIO_DIR?: string;

  /** The public address, such as https://sala.example, for cards; without it the address that a request came to. */
  @filled
  @IsOptional()
  @Matches(/^https?:\/\/[^/\s]+$/, { message: 'PUBLIC_ADDRESS must look like https://sala.example, without a path.' })
  readonly PUBLIC_ADDRESS?: string;

  /** Which proxies' forwarding headers are believed: addresses or networks, comma separated. */
  @filled
  @IsOptional()
  @Matches(/^[0-9a-fA-F.:/,\s]+$|^(?:loopback|linklocal|uniquelocal)(?:,\s*(?:loopback|linklocal|uniquelocal))*$/, {
    message: 'TRUST_PROXY must name the addresses or networks of your proxies, such as 10.0.0.0/8 or uniquelocal.',
  })
  readonly TRUST_PROXY?: string;

  /** Lets a monitor on another machine read /metrics with `Authorization: Bearer …`. */
  @filled
  @IsOptional()
  @MinLength(24, { message: 'METRICS_TOKEN is too short: set it to at least 24 random characters, or leave it out.' })
  readonly METRICS_TOKEN?: string;

  /** Requests a minute that one address may send, or `off`; a whole workshop may share one address. */
  @Matches(/^(?:off|[1-9]\d{0,6})$/, { message: 'RATE_LIMIT must be a number of requests a minute, or off.' })
  readonly RATE_LIMIT: string = '20000';

  /** What a gigabyte of mobile data costs in riel, for the estimate before a download; 0 tells no price. */
  @wholeNumber
  @IsInt({ message: 'SALA_RIEL_PER_GB must be a whole number of riel, such as 2000, or 0 to tell no price.' })
  @Min(0, { message: 'SALA_RIEL_PER_GB must be a whole number of riel, such as 2000, or 0 to tell no price.' })
  @Max(1_000_000)
  readonly SALA_RIEL_PER_GB: number = 2000;

  /** The least important lines that are logged. */
  @IsIn(['silent', 'error', 'warn', 'info', 'debug'], { message: 'LOG_LEVEL must be silent, error, warn, info or debug.' })
  readonly LOG_LEVEL: string = 'warn';

  /** Whether real people's data may be here. */
  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }
}

/** What is wrong with the surroundings, in sentences that say what to do. */
export class BadEnv extends Error {}

const DEFAULTS_BY_PURPOSE = { production: { LOG_LEVEL: 'info' }, development: {}, test: { LOG_LEVEL: 'silent' } } as const;

/** Reads and checks the surroundings; throws `BadEnv` with a sentence for each fault. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const known = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const purpose = DEFAULTS_BY_PURPOSE[known['NODE_ENV'] as keyof typeof DEFAULTS_BY_PURPOSE] ?? {};
  const env = plainToInstance(Env, { ...purpose, ...known }, { exposeDefaultValues: true });
  const faults = validateSync(env, { skipMissingProperties: false }).flatMap((error) => Object.values(error.constraints ?? {}));
  if (env.isProduction && /^(?:sala|change|secret|password|example|test|demo)|^(.{1,4})\1+$/i.test(env.SALA_SECRET))
    faults.push(
      'SALA_SECRET is missing or a known default: set it to at least 32 random characters, for example from `openssl rand -hex 32`.',
    );
  if (faults.length > 0) throw new BadEnv(faults.join('\n'));
  return Object.freeze(env);
}
