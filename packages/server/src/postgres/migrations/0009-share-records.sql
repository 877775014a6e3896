-- A link names the record for which it was made, whatever its resource.
alter table shares rename column deal_id to record_id;
update shares set record = (record - 'dealId')
  || jsonb_build_object('about', jsonb_build_object('resource', 'deals', 'id', record->'dealId'))
  where record ? 'dealId';
