-- Versions of keys and their rotation; how far back a version of the program may serve this database.

-- The keys whose values are, or were, in this database. `proof_cipher` is what checks seals made with a key, encrypted with
-- the newest one: seals stay provable after their key is gone. The owner's alone; keys encrypt all regions' fields.
create table crypto_keys (
  key_id text primary key,
  proof_cipher text not null,                   -- field-encrypted
  first_at timestamptz not null,
  retired_at timestamptz                        -- no value of it was left
);

-- One row per run of rotate-keys; a run that was ended half-way has no finished_at, and the next goes on where it was.
create table key_rotations (
  id uuid primary key,
  to_key text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  values_changed bigint not null default 0,
  values_left bigint                            -- found by the verification; 0 lets the old key go
);

-- An index can only be made anew from what it was made of.
alter table accounts add column phone_cipher text;  -- field-encrypted
alter table accounts add constraint accounts_phone_both check (phone_cipher is null or phone_hmac is not null);

-- While two keys are live, one number has two index values, and a unique constraint knows them apart. Before a row is
-- added for a number, what is kept of it under another key moves to the first candidate's; the lock, taken on a value that is
-- the same for every process, makes two of them follow one another. With one candidate nothing is to do.
create function settle_candidates(candidates bytea[]) returns boolean language plpgsql volatile as $$
begin
  if cardinality(candidates) < 2 then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended(encode((select c from unnest(candidates) c order by c limit 1), 'hex'), 16));
  return true;
end $$;
create function settle_account(candidates bytea[]) returns void language plpgsql volatile as $$
begin
  if not settle_candidates(candidates) then return; end if;
  update accounts set phone_hmac = candidates[1] where phone_hmac = any (candidates) and phone_hmac <> candidates[1];
end $$;
create function settle_person(region integer, candidates bytea[]) returns void language plpgsql volatile as $$
declare before text := coalesce(current_setting('app.system', true), '');
begin
  if not settle_candidates(candidates) then return; end if;
  perform set_config('app.system', 'on', true);   -- whoever has the number, in whatever area
  update people set phone_hmac = candidates[1] where region_id = region and phone_hmac = any (candidates) and phone_hmac <> candidates[1];
  perform set_config('app.system', before, true);
end $$;

-- What an identity's index was made of, so that it can be made anew. Null in rows of the version before.
alter table identities add column subject_cipher text;  -- field-encrypted

-- Old and new versions serve side by side while an installation is upgraded. A migration that only adds leaves this alone;
-- one that takes away what the version before used (the second half of a change) says from which migration on a program may serve.
create table schema_floor (
  is_only boolean primary key default true check (is_only),
  migration integer not null
);
insert into schema_floor (migration) values (0);
grant select on schema_floor to linli_app;
create function schema_needs(migration integer) returns void language sql as
  $$ update schema_floor f set migration = greatest(f.migration, schema_needs.migration) $$;
revoke execute on function schema_needs(integer) from public;
