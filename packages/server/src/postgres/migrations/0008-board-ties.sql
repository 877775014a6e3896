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
drop index board_scores_by_rank;
create index board_scores_by_rank on board_scores (sheet, score desc, tie) where score <> 0;
