-- The people of a partner whose access has ended, for the vendor to export and to erase.

create table former_user_partners (
  partner_id text not null,
  name_key text collate "C" not null,
  user_id text not null references users (id) on delete cascade,
  primary key (partner_id, name_key, user_id)
);
create index former_user_partners_by_user on former_user_partners (user_id);

-- Sorted by the plain name until the next import folds it.
insert into former_user_partners
select partner_id, lower(record ->> 'name'), id
from users, jsonb_array_elements_text(record -> 'partnerIds') partner_id
where not (record ->> 'active')::boolean
  and record ->> 'role' <> 'vendor_manager'
  and record ->> 'erased' is null
on conflict do nothing;
