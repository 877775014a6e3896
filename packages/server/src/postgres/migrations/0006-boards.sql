-- Points, boards and tiers ------------------------------------------------------------------------

create table point_events (
  id text primary key,
  key text not null unique,
  partner_id text not null references partners (id),
  user_id text references users (id) deferrable initially deferred,
  rule text not null,
  points integer not null,
  at timestamptz(3) not null,
  valid_until timestamptz(3),
  expired boolean not null,
  counts boolean not null,
  amount numeric,
  currency text,
  record jsonb not null
);
create index point_events_by_partner on point_events (partner_id, at, id);
create index point_events_by_time on point_events (at, id);
create index point_events_by_user on point_events (user_id, at) where user_id is not null;
create index point_events_by_end on point_events (valid_until)
  where valid_until is not null and not expired;

create table boards (
  id text primary key,
  position integer not null,
  told_at timestamptz(3),
  record jsonb not null
);

-- One row for each subject in each sheet: a board's period and field. A score of 0 is not ranked.
create table board_scores (
  sheet text collate "C" not null,
  subject text collate "C" not null,
  board_id text not null references boards (id) on delete cascade,
  partner_id text not null references partners (id),
  score bigint not null,
  visible boolean not null,
  primary key (sheet, subject)
);
-- Entries of the same score stand in an order that tells nothing of those that are hidden among them:
-- by a hash of sheet and subject under a secret of this database. The order of ids would tell the
-- range in which a hidden one lies. A backslash would begin an escape of a byte.
do $$
declare
  secret text := gen_random_uuid()::text || gen_random_uuid()::text;
begin
  execute format(
    'alter table board_scores add column tie text collate "C" not null generated always as (
      encode(sha256(replace(%L || sheet || '' '' || subject, ''\'', ''\\'')::bytea), ''hex'')
    ) stored',
    secret
  );
end
$$;
create index board_scores_by_rank on board_scores (sheet, score desc, tie) where score <> 0;
create index board_scores_visible on board_scores (sheet) where visible and score <> 0;
create index board_scores_by_partner on board_scores (partner_id, board_id);

-- How many entries and how many different scores lie in a band: level 0 is one score, level 1 a
-- thousand, level 2 a million. A rank is the sum of a few thousand rows at most, however many entries
-- there are. Transactions take the rows in the order of the key.
create table board_bands (
  sheet text collate "C" not null,
  level smallint not null,
  band bigint not null,
  entries bigint not null,
  scores bigint not null,
  primary key (sheet, level, band)
);

create table board_choices (
  board_id text not null,
  subject text collate "C" not null,
  revision integer not null,
  visible boolean,
  primary key (board_id, subject)
);
create index board_choices_by_subject on board_choices (subject);

-- Boards and partners with new points. Rows are only added and taken, so nobody waits for another.
create table board_pulses (
  seq bigint generated always as identity primary key,
  kind text not null,
  id text not null
);

create table point_names (name text primary key);

create table tier_standings (
  partner_id text primary key references partners (id),
  due_at timestamptz(3) not null,
  record jsonb not null
);
create index tier_standings_by_due on tier_standings (due_at);

create table tier_changes (
  id text primary key,
  partner_id text not null references partners (id),
  at timestamptz(3) not null,
  record jsonb not null
);
create index tier_changes_by_time on tier_changes (at, id);

create table partner_pasts (
  partner_id text not null references partners (id),
  until timestamptz(3) not null,
  record jsonb not null,
  primary key (partner_id, until)
);
