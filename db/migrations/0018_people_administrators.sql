-- Administrators apart and what each of them did: system, security and audit are three people, a staff password has an
-- age, and what an administrator hands out must be taken into use by its owner.

-- Equality inside an exclusion constraint; a trusted extension that every PostgreSQL package brings.
create extension if not exists btree_gist;

-- A grant that was ended before it began holds at no time.
create function grant_time(from_at timestamptz, to_at timestamptz) returns tstzrange language sql immutable
  return tstzrange(from_at, case when to_at < from_at then from_at else to_at end);

-- Who was administrator and auditor of one region until now stays administrator: nobody audits themselves.
alter table grants no force row level security;
update grants g set to_at = g.from_at where g.role = 'auditor' and exists (
  select from grants o where o.region_id = g.region_id and o.account_id = g.account_id and o.role = 'regionAdmin'
    and grant_time(o.from_at, o.to_at) && grant_time(g.from_at, g.to_at));
alter table grants force row level security;

-- Nobody holds two of the three at once, whoever grants them and from wherever: the second of two grants made at the
-- same moment waits for the first and fails.
alter table grants add constraint grants_administrators_apart
  exclude using gist (region_id with =, account_id with =, role with <>, grant_time(from_at, to_at) with &&)
  where (role in ('regionAdmin', 'securityAdmin', 'auditor'));
-- Who looks after accounts holds no post that opens residents' data. What somebody does as a neighbour is their own.
alter table grants add constraint grants_security_apart
  exclude using gist (region_id with =, account_id with =, ((role = 'securityAdmin')::int) with <>, grant_time(from_at, to_at) with &&)
  where (role <> 'helper');

alter table accounts
  add column password_set_at timestamptz,       -- when its owner chose the password; null: it was handed out
  add column start_until timestamptz,           -- what was handed out opens the door until then
  add column earlier_passwords text[] not null default '{}'; -- argon2id; only where the profile asks for it
-- Passwords of before this version: as old as this migration, the only day that is known.
update accounts set password_set_at = app_now() where password_hash is not null;
