-- Erasing a person puts a pseudonym in their place; nothing else may change a line, and retention alone
-- may delete one.
create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('prmkit.retention', true) = 'on' then
    return old;
  end if;
  if tg_op = 'UPDATE' and current_setting('prmkit.erasure', true) = 'on'
    and new.seq = old.seq and new.at = old.at and new.resource = old.resource then
    return new;
  end if;
  raise exception 'The audit trail is append-only: % is refused.', lower(tg_op)
    using errcode = 'insufficient_privilege';
end
$$;
