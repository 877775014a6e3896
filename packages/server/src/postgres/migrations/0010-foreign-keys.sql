-- What a row names, the database holds. People and partners are never deleted; erasing a person gives
-- their row another id, and until the end of that transaction their other rows still have the old one:
-- those keys can be deferred. Columns without a key stand with their reason in test/postgres.test.ts.

-- Rows that a missing person or partner left behind.
delete from announcement_marks where user_id not in (select id from users);
delete from article_marks where user_id not in (select id from users);
delete from asset_marks where user_id not in (select id from users);
delete from asset_visits where user_id not in (select id from users);
delete from training_feeds where user_id not in (select id from users);
delete from bookings where user_id not in (select id from users);
delete from user_partners where partner_id not in (select id from partners);
delete from former_user_partners where partner_id not in (select id from partners);
delete from package_files where package_id not in (select id from course_packages);
delete from board_scores where board_id not in (select id from boards);

-- People
alter table user_partners
  drop constraint user_partners_user_id_fkey,
  add foreign key (user_id) references users (id) on delete cascade deferrable initially deferred,
  add foreign key (partner_id) references partners (id);
alter table former_user_partners
  drop constraint former_user_partners_user_id_fkey,
  add foreign key (user_id) references users (id) on delete cascade deferrable initially deferred,
  add foreign key (partner_id) references partners (id);
alter table announcement_marks add foreign key (user_id) references users (id) deferrable initially deferred;
alter table article_marks add foreign key (user_id) references users (id) deferrable initially deferred;
alter table asset_marks add foreign key (user_id) references users (id) deferrable initially deferred;
alter table asset_visits add foreign key (user_id) references users (id) deferrable initially deferred;
alter table training_feeds add foreign key (user_id) references users (id) deferrable initially deferred;

-- Records
alter table records add foreign key (partner_id) references partners (id);
alter table record_partners add foreign key (partner_id) references partners (id);
alter table comments add foreign key (only_partner) references partners (id);
alter table deals add foreign key (owner_user_id) references users (id) deferrable initially deferred;
alter table files
  add foreign key (partner_id) references partners (id),
  add foreign key (user_id) references users (id) deferrable initially deferred;

-- Content
alter table articles add foreign key (section_id) references sections (id);
alter table assets add foreign key (section_id) references folders (id);
alter table article_tasks
  add foreign key (article_id) references articles (id),
  add foreign key (partner_id) references partners (id),
  add foreign key (author_id) references users (id) deferrable initially deferred,
  add foreign key (assignee_id) references users (id) deferrable initially deferred;

-- A share goes on without the record for which it was made. That one may be another partner's.
alter table shares add column record_partner_id text;
update shares s set record_partner_id = r.partner_id from records r where r.id = s.record_id;
update shares set record_id = null where record_partner_id is null;
alter table shares
  add foreign key (partner_id) references partners (id),
  add foreign key (owner_user_id) references users (id) deferrable initially deferred,
  add foreign key (record_partner_id, record_id) references records (partner_id, id)
    match full on update cascade on delete set null;
create index shares_by_record on shares (record_partner_id, record_id) where record_id is not null;

-- Nobody has the empty name of partners, so that a key stands on the column without it.
alter table asset_uses
  add column named_partner_id text generated always as (nullif(partner_id, '')) stored
    references partners (id);

-- Training
alter table classes add foreign key (course_id) references courses (id);
alter table bookings
  add foreign key (class_id) references classes (id),
  add foreign key (user_id) references users (id) deferrable initially deferred;
alter table enrolments
  add foreign key (partner_id) references partners (id),
  add foreign key (user_id) references users (id) deferrable initially deferred,
  add foreign key (course_id) references courses (id);
alter table awards
  add foreign key (partner_id) references partners (id),
  add foreign key (user_id) references users (id) deferrable initially deferred,
  add foreign key (certification_id) references certifications (id);
alter table package_files
  add foreign key (package_id) references course_packages (id) on delete cascade;

-- Points, boards and tiers
alter table point_events
  add foreign key (partner_id) references partners (id),
  add foreign key (user_id) references users (id) deferrable initially deferred;
alter table board_scores
  add foreign key (board_id) references boards (id) on delete cascade,
  add foreign key (partner_id) references partners (id);
alter table tier_standings add foreign key (partner_id) references partners (id);
alter table tier_changes add foreign key (partner_id) references partners (id);
alter table partner_pasts add foreign key (partner_id) references partners (id);
