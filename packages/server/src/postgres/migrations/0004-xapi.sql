-- What launched courses report -------------------------------------------------------------------

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
