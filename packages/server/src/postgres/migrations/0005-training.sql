-- Training ----------------------------------------------------------------------------------------

create table courses (
  id text primary key,
  position bigint not null,
  status text not null,
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  kind text not null,
  product_ids text[] not null,
  languages text[] not null,
  record jsonb not null
);
create index courses_in_order on courses (position, id);

create table paths (
  id text primary key,
  position bigint not null,
  status text not null,
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  record jsonb not null
);
create index paths_in_order on paths (position, id);

create table certifications (
  id text primary key,
  position bigint not null,
  status text not null,
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  course_ids text[] not null,
  record jsonb not null
);
create index certifications_in_order on certifications (position, id);
create index certifications_by_course on certifications using gin (course_ids);

create table classes (
  id text primary key,
  course_id text not null references courses (id),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  record jsonb not null
);
create index classes_by_start on classes (starts_at, id);

create table bookings (
  class_id text not null references classes (id),
  user_id text not null references users (id) deferrable initially deferred,
  at timestamptz(3) not null,
  record jsonb not null,
  primary key (class_id, user_id)
);
create index bookings_by_user on bookings (user_id);

create table enrolments (
  id text primary key,
  partner_id text not null references partners (id),
  user_id text not null references users (id) deferrable initially deferred,
  course_id text not null references courses (id),
  status text not null,
  created_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  is_open boolean not null,
  record jsonb not null
);
create index enrolments_by_user on enrolments (user_id, course_id, created_at desc, id desc);
create index enrolments_by_partner on enrolments (partner_id, due_at, id);
create index enrolments_by_due on enrolments (due_at, id);

-- The token is the award's public address as an Open Badge, the place is its own in the list of revoked ones.
create sequence award_places minvalue 0 start 0;
create table awards (
  id text primary key,
  partner_id text not null references partners (id),
  user_id text not null references users (id) deferrable initially deferred,
  certification_id text not null references certifications (id),
  status text not null,
  valid_until timestamptz(3) not null,
  token text not null,
  place integer not null,
  record jsonb not null
);
create index awards_by_user on awards (user_id, certification_id);
create index awards_by_partner on awards (partner_id, valid_until, id);
create index awards_by_end on awards (valid_until, id);
create unique index awards_token on awards (token);
create unique index awards_place on awards (place);

create table badge_keys (
  id text primary key,
  created_at timestamptz(3) not null,
  record jsonb not null
);

-- Addresses for calendar programs: one for each person, found by the hash of their key.
create table training_feeds (
  user_id text primary key references users (id) deferrable initially deferred,
  key_hash text not null,
  record jsonb not null
);
create unique index training_feeds_key on training_feeds (key_hash);

-- Reports of launched courses ---------------------------------------------------------------------

create table launches (
  id text primary key,
  registration text not null,
  is_open boolean not null,
  record jsonb not null
);
create index launches_open on launches (registration) where is_open;

create table statements (
  id text primary key,
  seq bigint generated always as identity,
  registration text not null,
  stored_at timestamptz(3) not null,
  said_at text not null,
  statement text not null
);
create index statements_by_registration on statements (registration, seq);

create table xapi_documents (
  place text not null,
  id text not null,
  media_type text not null,
  body text not null,
  hash text not null,
  updated_at timestamptz(3) not null,
  primary key (place, id)
);

-- Packages of courses -----------------------------------------------------------------------------

create table course_packages (
  id text primary key,
  record jsonb not null
);

create table package_files (
  package_id text not null references course_packages (id) on delete cascade,
  path text not null,
  start bigint not null,
  packed_size bigint not null,
  size bigint not null,
  is_deflated boolean not null,
  primary key (package_id, path)
);
