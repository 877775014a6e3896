-- Packages of courses ---------------------------------------------------------------------------

create table course_packages (
  id text primary key,
  record jsonb not null
);

create table package_files (
  package_id text not null,
  path text not null,
  start bigint not null,
  packed_size bigint not null,
  size bigint not null,
  is_deflated boolean not null,
  primary key (package_id, path)
);
