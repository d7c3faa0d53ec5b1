-- What every command paid for without anybody's gain.

-- An order that a statement of this transaction has seen is seen: what belongs to it need not look it up once more for
-- each of its rows. Noted by the statement that read or moved it under the net, forgotten with the transaction.
create function net_note_seen(order_id uuid) returns text language sql volatile as
  $$ select set_config('app.seen', concat(current_setting('app.seen', true), ' ', order_id), true) $$;
create or replace function net_sees_part(order_region integer, part_of uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  -- One by one: an expression with a query in it is run as a query, also for whom its first words let through.
  if net_is_system() then return true; end if;
  if position(part_of::text in coalesce(current_setting('app.seen', true), '')) > 0 then return true; end if;
  return exists (select from orders o where o.region_id = order_region and o.id = part_of);
end $$;
create or replace function net_sees_household(home_region integer, home uuid, path text) returns boolean language plpgsql stable parallel safe as $$
begin
  if net_is_system() or net_in_areas(path) then return true; end if;
  return exists (
    select from household_members m where m.region_id = home_region and m.household_id = home and m.person_id = net_person() and m.to_at is null);
end $$;
create or replace function net_sees_entry(entry_region integer, debit uuid, credit uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  if net_is_system() then return true; end if;
  return exists (select from point_accounts a where a.region_id = entry_region and a.id in (debit, credit));
end $$;

-- Each row's reference to its region was looked up and locked, nine times in one step of an order, in one row that all
-- commands share. The net's insert check already ties a row to the region of its transaction, which the session names.
do $$ declare found record; begin
  for found in select conrelid::regclass as tbl, conname from pg_constraint
    where contype = 'f' and confrelid = 'regions'::regclass and array_length(conkey, 1) = 1
  loop
    execute format('alter table %s drop constraint %I', found.tbl, found.conname);
  end loop;
end $$;

-- What a community shows, newest first.
create index order_publications_community on order_publications (region_id, community, published_at desc, id desc) where hidden_at is null;
