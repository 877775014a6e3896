-- Addresses for calendar programs: one for each person, found by the hash of their key.

create table training_feeds (
  user_id text primary key,
  key_hash text not null,
  record jsonb not null
);
create unique index training_feeds_key on training_feeds (key_hash);
