-- Awards as Open Badges: their public address, their place in the lists of revoked ones, and the keys.

create sequence award_places minvalue 0 start 0;

alter table awards
  add token text,
  add place integer;
update awards set
  token = translate(left(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), 22), '+/', '-_'),
  place = nextval('award_places');
update awards set record = record || jsonb_build_object('token', token, 'place', place);
alter table awards
  alter token set not null,
  alter place set not null;
create unique index awards_token on awards (token);
create unique index awards_place on awards (place);

create table badge_keys (
  id text primary key,
  created_at timestamptz(3) not null,
  record jsonb not null
);
