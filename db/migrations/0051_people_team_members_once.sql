-- postgres-migrations disable-transaction
-- The teams somebody was in before.
create index concurrently if not exists team_members_once on team_members (region_id, person_id) where to_at is not null;
