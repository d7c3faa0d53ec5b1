-- postgres-migrations disable-transaction
-- Who was in a team before.
create index concurrently if not exists team_members_were on team_members (region_id, team_id) where to_at is not null;
