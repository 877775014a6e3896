-- Texts of content for the search, whatever the resource; see texts/texts.ts -----------------------

create table text_documents (
  resource text not null,
  record_id text not null,
  language text not null,
  is_main boolean not null,
  languages text[] not null,
  title text not null,
  valid_until timestamptz(3) not null,
  labels text[] not null,
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  titles tsvector not null,
  headings tsvector not null,
  words tsvector not null,
  primary key (resource, record_id, language)
);
-- A plan that counts on many texts with a word reads every text to the end, since what that costs is in
-- no estimate. Without statistics of the words the index is taken, which needs no text at all.
alter table text_documents alter column words set statistics 0;
create index text_documents_by_title on text_documents using gin (titles);
create index text_documents_by_heading on text_documents using gin (headings);
create index text_documents_by_words on text_documents using gin (words);

create table text_parts (
  resource text not null,
  record_id text not null,
  language text not null,
  place integer not null,
  heading text not null,
  anchor text,
  text text not null,
  words tsvector not null,
  primary key (resource, record_id, language, place),
  foreign key (resource, record_id, language)
    references text_documents (resource, record_id, language) on delete cascade
);

create table text_words (
  language text not null,
  word text not null,
  primary key (language, word)
);

-- Without pg_trgm a misspelt word is compared with those that begin as it does.
do $$
begin
  create extension if not exists pg_trgm;
  create index text_words_by_letters on text_words using gin (word gin_trgm_ops);
exception when insufficient_privilege or feature_not_supported or undefined_file then
  raise notice 'pg_trgm is not available; fewer misspelt words are recognised: %', sqlerrm;
end
$$;

-- Searches that people made -----------------------------------------------------------------------

create table searches (
  id text primary key,
  text text not null,
  search text not null,
  language text not null,
  resource text not null,
  count bigint not null,
  found integer not null,
  clicked integer not null,
  last_at timestamptz(3) not null,
  unfound bigint not null
);
create index searches_by_count on searches (unfound, count, id);
create index searches_by_age on searches (last_at);
