-- Finds the versions that name a file: every id within a version is one of a file.
create index asset_files_by_file on asset_files
  using gin (jsonb_path_query_array(record, '$.**.id'));
