import { ROLES } from '@sala/domain/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PEOPLE = `
  create table person (
    id uuid primary key,
    family_name text not null,
    given_name text not null,
    family_name_latin text not null,
    given_name_latin text not null,
    search_key text not null,
    demo boolean not null default false,
    created_at timestamptz not null default now(),
    suspended_at timestamptz,
    forgotten_at timestamptz
  );
  create index person_in_order on person (family_name collate khmer, given_name collate khmer, id);
  create index person_search_key on person using gin (search_key gin_trgm_ops);
  create table role_held (
    person_id uuid not null constraint role_held_person references person on delete cascade,
    role text not null constraint role_held_role check (role in (${ROLES.map((role) => `'${role}'`).join(', ')})),
    place_code text not null,
    valid_from timestamptz not null default now(),
    valid_to timestamptz,
    primary key (person_id, role, place_code, valid_from)
  );
  create index role_held_place on role_held (place_code text_pattern_ops)`;

const CREDENTIALS = `
  create table card (
    id uuid primary key,
    person_id uuid not null constraint card_person references person on delete cascade,
    mark bytea not null,
    issued_at timestamptz not null default now(),
    revoked_at timestamptz
  );
  create unique index card_mark on card (mark);
  create unique index card_one_active on card (person_id) where revoked_at is null;
  create table pin (
    person_id uuid primary key constraint pin_person references person on delete cascade,
    hash text not null,
    chosen_at timestamptz not null default now()
  );
  create table sign_in_ticket (
    token_hash bytea primary key,
    card_id uuid not null constraint sign_in_ticket_card references card on delete cascade,
    expires_at timestamptz not null
  );
  create table one_time_code (
    person_id uuid primary key constraint one_time_code_person references person on delete cascade,
    mark bytea not null,
    expires_at timestamptz not null
  );
  create table account (
    person_id uuid primary key constraint account_person references person on delete cascade,
    email text not null,
    password_hash text not null,
    totp_sealed bytea not null,
    totp_last_step bigint not null default 0
  );
  create unique index account_email on account (email)`;

const SESSIONS = `
  create table device (
    id uuid primary key,
    created_at timestamptz not null default now()
  );
  create table device_learner (
    device_id uuid not null constraint device_learner_device references device on delete cascade,
    person_id uuid not null constraint device_learner_person_fk references person on delete cascade,
    granted_at timestamptz not null default now(),
    primary key (device_id, person_id)
  );
  create index device_learner_person on device_learner (person_id);
  create table session (
    token_hash bytea primary key,
    device_id uuid constraint session_device_fk references device on delete cascade,
    person_id uuid constraint session_person_fk references person on delete cascade,
    seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    constraint session_subject check ((device_id is null) <> (person_id is null))
  );
  create index session_device on session (device_id);
  create index session_person on session (person_id);
  create table throttle (
    key bytea primary key,
    failures int not null,
    blocked_until timestamptz not null,
    touched_at timestamptz not null
  );
  create index throttle_touched on throttle (touched_at)`;

/** Who somebody is, and the ways in. */
export class Identity1764000000002 implements MigrationInterface {
  name = 'Identity1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PEOPLE, CREDENTIALS, SESSIONS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table throttle, session, device_learner, device, account, one_time_code, sign_in_ticket, pin, card, role_held, person',
    );
  }
}
