-- Knowledge base -----------------------------------------------------------------------------------

create table sections (
  id text primary key,
  record jsonb not null
);

create table articles (
  id text primary key,
  status text not null,
  section_id text,
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
  helpful bigint not null default 1000000,
  views bigint not null default 0,
  tiers text[] not null,
  regions text[] not null,
  partner_kinds text[] not null,
  partner_ids text[] not null,
  roles text[] not null,
  record jsonb not null
);
create index articles_by_place on articles (place, id);
create index articles_by_updated on articles (updated_at, id);
create index articles_by_published on articles (published_at, id);
create index articles_by_helpful on articles (helpful, id);
create index articles_by_views on articles (views, id);
create index articles_by_section on articles (section_id);
create index articles_by_source on articles (source) where source is not null;
create index articles_by_due on articles (due_at) where due_at is not null;

create table article_bodies (
  article_id text not null references articles (id) on delete cascade,
  language text not null,
  record jsonb not null,
  primary key (article_id, language)
);

create table article_marks (
  user_id text not null,
  article_id text not null references articles (id) on delete cascade,
  is_saved boolean not null,
  rated_version integer,
  is_helpful boolean,
  record jsonb not null,
  primary key (user_id, article_id)
);
create index article_marks_by_article on article_marks (article_id, rated_version);

create table article_tasks (
  id text primary key,
  created_at timestamptz(3) not null,
  status text not null,
  article_id text not null,
  author_id text not null,
  partner_id text,
  assignee_id text,
  record jsonb not null
);
create index article_tasks_by_created on article_tasks (created_at, id);
create index article_tasks_by_article on article_tasks (article_id, author_id);

create table searches (
  id text primary key,
  text text not null,
  search text not null,
  language text not null,
  count bigint not null,
  found integer not null,
  clicked integer not null,
  last_at timestamptz(3) not null,
  unfound bigint not null
);
create index searches_by_count on searches (unfound, count, id);
create index searches_by_age on searches (last_at);

create table content_files (
  source text primary key,
  id text not null,
  record jsonb not null
);
create index content_files_by_id on content_files (id);

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
