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
  course_id text not null,
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  record jsonb not null
);
create index classes_by_start on classes (starts_at, id);

create table bookings (
  class_id text not null,
  user_id text not null,
  at timestamptz(3) not null,
  record jsonb not null,
  primary key (class_id, user_id)
);
create index bookings_by_user on bookings (user_id);

create table enrolments (
  id text primary key,
  partner_id text not null,
  user_id text not null,
  course_id text not null,
  status text not null,
  created_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  is_open boolean not null,
  record jsonb not null
);
create index enrolments_by_user on enrolments (user_id, course_id, created_at desc, id desc);
create index enrolments_by_partner on enrolments (partner_id, due_at, id);
create index enrolments_by_due on enrolments (due_at, id);

create table awards (
  id text primary key,
  partner_id text not null,
  user_id text not null,
  certification_id text not null,
  status text not null,
  valid_until timestamptz(3) not null,
  record jsonb not null
);
create index awards_by_user on awards (user_id, certification_id);
create index awards_by_partner on awards (partner_id, valid_until, id);
create index awards_by_end on awards (valid_until, id);
