-- Whoever had a deal until it was handed over is told once more of it. An older server leaves it out.
alter table events add column former_owner_user_id text;
