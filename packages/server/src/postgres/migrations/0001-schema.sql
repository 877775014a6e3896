-- Change the schema by adding files here, never by editing one: first expand (new columns and tables
-- that the running version ignores), and contract only after no process needs the old ones.

-- A foreign key holds each row that another one names. People and partners are never deleted; erasing a person gives
-- their row another id, and until the end of that transaction their other rows still have the old one:
-- those keys can be deferred. Columns without a key stand with their reason in test/postgres.test.ts.

-- People, organisations and what is sold -----------------------------------------------------------

create table users (
  id text primary key,
  email text not null,
  external_ids text[] not null,
  record jsonb not null
);
create index users_by_email on users (email);
create index users_by_external_id on users using gin (external_ids);

create table partners (
  id text primary key,
  name_key text collate "C" not null,
  search text not null,
  kind text not null,
  active boolean not null,
  record jsonb not null
);
create index partners_by_name on partners (name_key, id);

create table user_partners (
  partner_id text not null references partners (id),
  name_key text collate "C" not null,
  user_id text not null references users (id) on delete cascade deferrable initially deferred,
  primary key (partner_id, name_key, user_id)
);
create index user_partners_by_user on user_partners (user_id);

-- The people whose access has ended, for the vendor to export and to erase.
create table former_user_partners (
  partner_id text not null references partners (id),
  name_key text collate "C" not null,
  user_id text not null references users (id) on delete cascade deferrable initially deferred,
  primary key (partner_id, name_key, user_id)
);
create index former_user_partners_by_user on former_user_partners (user_id);

create table products (
  id text primary key,
  name_key text collate "C" not null,
  active boolean not null,
  search text not null,
  record jsonb not null
);
create index products_by_name on products (name_key, id);

create table accounts (
  id text primary key,
  customer_keys text[] not null,
  record jsonb not null
);
create index accounts_by_customer on accounts using gin (customer_keys);

create table settings (name text primary key, record jsonb not null);

create table forms (name text primary key, record jsonb not null);

-- Records and what hangs on them ------------------------------------------------------------------

-- Each record of each resource has a row here, and one in its resource's own table. The rows that belong
-- to a record hang on this one, are removed with it, and follow it to another owner.
create table records (
  partner_id text not null references partners (id),
  id text not null,
  resource text not null,
  primary key (partner_id, id)
);
-- Not unique: a sharded table can be unique only together with the partner.
create index records_by_id on records (id);

create table record_partners (
  partner_id text not null references partners (id),
  resource text not null,
  created_at timestamptz(3) not null,
  record_id text not null,
  owner_id text not null,
  primary key (partner_id, resource, created_at, record_id),
  foreign key (owner_id, record_id) references records (partner_id, id)
    on update cascade on delete cascade
);
create index record_partners_by_record on record_partners (record_id);

create table comments (
  partner_id text not null,
  record_id text not null,
  id text not null,
  created_at timestamptz(3) not null,
  only_partner text references partners (id),
  record jsonb not null,
  primary key (partner_id, id),
  foreign key (partner_id, record_id) references records (partner_id, id)
    on update cascade on delete cascade
);
create index comments_by_record on comments (record_id, created_at, id);

create table timeline (
  partner_id text not null,
  record_id text not null,
  id text not null,
  at timestamptz(3) not null,
  seq bigint generated always as identity,
  record jsonb not null,
  primary key (partner_id, id),
  foreign key (partner_id, record_id) references records (partner_id, id)
    on update cascade on delete cascade
);
create index timeline_by_record on timeline (record_id, at, seq);

create table files (
  id text primary key,
  partner_id text references partners (id),
  user_id text not null references users (id) deferrable initially deferred,
  size bigint not null,
  used_by_partner text,
  used_by text,
  used_by_resource text,
  created_at timestamptz(3) not null,
  record jsonb not null,
  foreign key (used_by_partner, used_by) references records (partner_id, id)
    on update cascade on delete set null
);
create index files_unused on files (created_at) where used_by is null;
create index files_unused_by_user on files (user_id) where used_by is null;
create index files_by_partner on files (partner_id);
create index files_used on files (used_by) where used_by is not null;

create table file_storage (
  one boolean primary key default true check (one),
  id text not null
);

-- Deals -------------------------------------------------------------------------------------------

create table deals (
  partner_id text not null,
  id text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  submitted_at timestamptz(3),
  status text not null,
  stage text,
  owner_user_id text references users (id) deferrable initially deferred,
  name_key text collate "C" not null,
  expires_at timestamptz(3) not null,
  close_date date not null,
  due_at timestamptz(3),
  customer_keys text[] not null,
  product_ids text[] not null,
  conflict_deal_ids text[] not null,
  search text not null,
  record jsonb not null,
  primary key (partner_id, id),
  foreign key (partner_id, id) references records (partner_id, id)
    on update cascade on delete cascade
);
create index deals_by_id on deals (id);
create index deals_by_created on deals (created_at, id);
create index deals_by_updated on deals (updated_at, id);
create index deals_by_status on deals (status, stage, created_at, id);
create index deals_by_due on deals (due_at) where due_at is not null;
create index deals_blocking on deals using gin (customer_keys)
  where status in ('submitted', 'under_review', 'action_required', 'approved');
create index deals_waiting on deals using gin (conflict_deal_ids) where status = 'duplicate';
create sequence deal_numbers;

create table customer_keys (key text primary key);

-- Announcements -----------------------------------------------------------------------------------

create table announcements (
  id text primary key,
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) not null,
  due_at timestamptz(3),
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  record jsonb not null
);
create index announcements_by_start on announcements (valid_from, id);
create index announcements_by_due on announcements (due_at) where due_at is not null;

create table announcement_marks (
  user_id text not null references users (id) deferrable initially deferred,
  announcement_id text not null references announcements (id) on delete cascade,
  read_at timestamptz(3),
  acknowledged_at timestamptz(3),
  primary key (user_id, announcement_id)
);
create index announcement_marks_by_announcement on announcement_marks (announcement_id);

-- Requests -----------------------------------------------------------------------------------------

create table sessions (
  id text primary key,
  expires_at timestamptz(3) not null,
  record jsonb not null
);
create index sessions_by_expiry on sessions (expires_at);

create table signing_keys (
  id text primary key,
  created_at timestamptz(3) not null,
  record jsonb not null
);

create table idempotency (
  key text primary key,
  fingerprint text not null,
  claim_id text not null,
  claimed_at timestamptz(3) not null,
  process_id text not null,
  lease_until timestamptz(3) not null,
  answer jsonb
);
create index idempotency_by_age on idempotency (claimed_at);

create table processes (
  id text primary key,
  beat_at timestamptz(3) not null
);

create table rate_limits (
  bucket text primary key,
  used integer not null,
  reset_at timestamptz(3) not null,
  items text[] not null
);
create index rate_limits_by_reset on rate_limits (reset_at);

create table audit (
  seq bigint generated always as identity primary key,
  at timestamptz(3) not null,
  resource text not null,
  resource_id text not null,
  record jsonb not null
);
create index audit_by_resource on audit (resource, resource_id);
create index audit_by_age on audit (at);

-- Erasing a person puts a pseudonym in their place; nothing else may change a line, and retention alone
-- may delete one.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('prmkit.retention', true) = 'on' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('prmkit.erasure', true) = 'on'
    and new.seq = old.seq and new.at = old.at and new.resource = old.resource then
    return new;
  end if;
  raise exception 'The audit trail is append-only: % is refused.', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_is_append_only before update or delete on audit
  for each row execute function refuse_audit_change();
create trigger audit_is_not_emptied before truncate on audit
  for each statement execute function refuse_audit_change();

-- Events and content -------------------------------------------------------------------------------

create table events (
  transaction xid8 not null default pg_current_xact_id(),
  seq bigint generated always as identity,
  at timestamptz(3) not null,
  type text not null,
  resource text not null,
  resource_id text not null,
  revision integer not null,
  partner_ids text[] not null,
  is_draft boolean not null,
  audiences jsonb,
  owner_user_id text,
  former_owner_user_id text,
  primary key (transaction, seq)
);
create index events_by_age on events (at);

create table event_horizon (
  one boolean primary key default true check (one),
  transaction xid8 not null,
  seq bigint not null
);
insert into event_horizon (transaction, seq) values ('0', 0);

create table content (
  kind text not null,
  key text not null,
  id text not null,
  hash text not null,
  said jsonb,
  primary key (kind, key)
);
-- The last content of a row is read only once the row has changed: kept out of line, it does not slow each look-up.
alter table content alter column said set storage external;
alter table content set (toast_tuple_target = 256);

create table content_files (
  source text primary key,
  id text not null,
  record jsonb not null
);
create index content_files_by_id on content_files (id);

-- Work behind the requests -------------------------------------------------------------------------

create table jobs (
  id text primary key,
  kind text not null,
  resource text not null,
  resource_id text not null,
  status text not null,
  attempts integer not null,
  problem text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  lease_until timestamptz(3)
);
create index jobs_by_created on jobs (created_at, id);
create index jobs_to_do on jobs (created_at, id) where status in ('waiting', 'running');
create unique index jobs_waiting_once on jobs (kind, resource, resource_id) where status = 'waiting';
create index jobs_by_age on jobs (updated_at);

-- Search -------------------------------------------------------------------------------------------

-- Without pg_trgm (a contributed extension that most servers have) searching still works, by scanning.
do $$
begin
  create extension if not exists pg_trgm;
  create index deals_by_words on deals using gin (search gin_trgm_ops);
  create index partners_by_words on partners using gin (search gin_trgm_ops);
exception when insufficient_privilege or feature_not_supported or undefined_file then
  raise notice 'pg_trgm is not available; searches scan: %', sqlerrm;
end
$$;
