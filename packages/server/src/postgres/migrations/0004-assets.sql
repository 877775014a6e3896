-- Content library ----------------------------------------------------------------------------------

create table folders (
  id text primary key,
  record jsonb not null
);

create table assets (
  id text primary key,
  status text not null,
  section_id text references folders (id),
  source text,
  language text not null,
  languages text[] not null,
  tags text[] not null,
  product_ids text[] not null,
  valid_until timestamptz(3) not null,
  due_at timestamptz(3),
  published_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  place bigint not null,
  version integer not null,
  type text not null,
  stages text[] not null,
  newest_at timestamptz(3) not null,
  title text collate "C" not null,
  downloads bigint not null default 0,
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  record jsonb not null
);
create index assets_by_place on assets (place, id);
create index assets_by_updated on assets (updated_at, id);
create index assets_by_published on assets (published_at, id);
create index assets_by_title on assets (title, id);
create index assets_by_downloads on assets (downloads, id);
create index assets_by_section on assets (section_id);
create index assets_by_source on assets (source) where source is not null;
create index assets_by_due on assets (due_at) where due_at is not null;

create table asset_files (
  asset_id text not null references assets (id) on delete cascade,
  language text not null,
  version integer not null,
  record jsonb not null,
  primary key (asset_id, language, version)
);
-- Finds the versions that name a file: every id within a version is one of a file.
create index asset_files_by_file on asset_files
  using gin (jsonb_path_query_array(record, '$.**.id'));

create table asset_marks (
  user_id text not null references users (id) deferrable initially deferred,
  asset_id text not null references assets (id) on delete cascade,
  is_favourite boolean not null,
  record jsonb not null,
  primary key (user_id, asset_id)
);

create table asset_visits (
  user_id text primary key references users (id) deferrable initially deferred,
  record jsonb not null
);

-- Partners, never people; an empty one is everybody without a log-in. Nobody has the empty name of
-- partners, so that a key stands on the column without it.
create table asset_uses (
  asset_id text not null references assets (id) on delete cascade,
  day date not null,
  partner_id text not null,
  views bigint not null,
  downloads bigint not null,
  shares bigint not null,
  share_views bigint not null,
  named_partner_id text generated always as (nullif(partner_id, '')) stored
    references partners (id),
  primary key (asset_id, day, partner_id)
);

create table bundles (
  id text primary key,
  expires_at timestamptz(3) not null,
  record jsonb not null
);
create index bundles_by_end on bundles (expires_at);

-- A link may name the record for which it was made, whatever its resource and whoever's it is, and goes
-- on without that record.
create table shares (
  partner_id text not null references partners (id),
  id text not null,
  token text not null,
  owner_user_id text not null references users (id) deferrable initially deferred,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked boolean not null,
  max_views bigint,
  views bigint not null default 0,
  last_viewed_at timestamptz(3),
  asset_ids text[] not null,
  record_partner_id text,
  record_id text,
  record jsonb not null,
  primary key (partner_id, id),
  foreign key (record_partner_id, record_id) references records (partner_id, id)
    match full on update cascade on delete set null
);
create index shares_by_id on shares (id);
create index shares_by_token on shares (token);
create index shares_by_created on shares (partner_id, created_at, id);
create index shares_by_record on shares (record_partner_id, record_id) where record_id is not null;
