-- Boards can be drafts and be retired; all until now came from the vendor's file.
update boards set record = record
  || '{"status": "published", "fromFile": true, "custom": {}}'
  || jsonb_build_object('language', (select min(key) from jsonb_object_keys(record -> 'texts') as keys(key)))
  where not record ? 'status';
