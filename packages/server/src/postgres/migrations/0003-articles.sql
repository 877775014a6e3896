-- Knowledge base -----------------------------------------------------------------------------------

create table sections (
  id text primary key,
  record jsonb not null
);

create table articles (
  id text primary key,
  status text not null,
  section_id text references sections (id),
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
-- Finds the articles that texts of other articles name by an address elsewhere.
create index articles_by_address on articles using gin ((record -> 'addresses'));
create index articles_by_due on articles (due_at) where due_at is not null;

create table article_bodies (
  article_id text not null references articles (id) on delete cascade,
  language text not null,
  record jsonb not null,
  primary key (article_id, language)
);

create table article_marks (
  user_id text not null references users (id) deferrable initially deferred,
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
  article_id text not null references articles (id),
  author_id text not null references users (id) deferrable initially deferred,
  partner_id text references partners (id),
  assignee_id text references users (id) deferrable initially deferred,
  record jsonb not null
);
create index article_tasks_by_created on article_tasks (created_at, id);
create index article_tasks_by_article on article_tasks (article_id, author_id);
