-- The net in functions. Written out in each policy it became hundreds of sub-plans that every query set up and mostly
-- never ran; a function is one call a row, opaque to the planner, and so still never an index condition (see docs/decisions/0004).

create function net_region_id() returns integer language sql stable parallel safe as
  $$ select nullif(current_setting('app.region', true), '')::int $$;
create function net_is_system() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.system', true), '') = 'on' $$;
create function net_person() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- Whether a path lies in one of the scope's ranges.
create function net_in_areas(path text) returns boolean language plpgsql stable parallel safe as $$
declare lo text; hi text;
begin
  for n in 1..4 loop
    lo := nullif(current_setting('app.lo' || n, true), '');
    exit when lo is null;
    hi := nullif(current_setting('app.hi' || n, true), '');
    if path >= lo collate "C" and path < hi collate "C" then return true; end if;
  end loop;
  return false;
end $$;

-- Whether an order is seen: by the system, in its area, or by its parties; never by the person or unit it complains about.
create function net_sees_order(order_region integer, order_id uuid, path text, about_person uuid, about_unit uuid)
returns boolean language plpgsql stable parallel safe as $$
begin
  if about_person = net_person() then return false; end if;
  if about_unit = any (nullif(current_setting('app.units', true), '')::uuid[]) then return false; end if;
  if net_is_system() or net_in_areas(path) then return true; end if;
  return exists (select from order_parties p where p.region_id = order_region and p.order_id = net_sees_order.order_id and p.to_at is null
    and (p.person_id = net_person() or p.unit_id = any (nullif(current_setting('app.units', true), '')::uuid[])
      or p.team_id = any (nullif(current_setting('app.teams', true), '')::uuid[])));
end $$;
-- Whether what belongs to an order is seen: with the order.
create function net_sees_part(order_region integer, part_of uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return net_is_system() or exists (select from orders o where o.region_id = order_region and o.id = part_of);
end $$;
create function net_sees_household(home_region integer, home uuid, path text) returns boolean language plpgsql stable parallel safe as $$
begin
  return net_is_system() or net_in_areas(path) or exists (
    select from household_members m where m.region_id = home_region and m.household_id = home and m.person_id = net_person() and m.to_at is null);
end $$;
create function net_sees_entry(entry_region integer, debit uuid, credit uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return net_is_system() or exists (select from point_accounts a where a.region_id = entry_region and a.id in (debit, credit));
end $$;

create or replace function net_condition_area(col text) returns text language sql immutable as
  $$ select format('net_in_areas(%s)', col) $$;
create or replace function net_system() returns text language sql immutable as $$ select 'net_is_system()' $$;
create or replace function net_me(col text) returns text language sql immutable as
  $$ select format('coalesce(%s = net_person(), false)', col) $$;
-- Casts a table's net, or casts it anew.
create or replace function net_apply(tbl regclass, visible text) returns void language plpgsql as $$
declare region text := 'region_id = net_region_id()';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('drop policy if exists net_read on %1$s; drop policy if exists net_insert on %1$s; drop policy if exists net_update on %1$s; drop policy if exists net_delete on %1$s', tbl);
  execute format('create policy net_read on %s for select using (%s and (%s))', tbl, region, visible);
  execute format('create policy net_insert on %s for insert with check (%s)', tbl, region);
  execute format('create policy net_update on %s for update using (%s and (%s)) with check (%s)', tbl, region, visible, region);
  execute format('create policy net_delete on %s for delete using (%s and (%s))', tbl, region, visible);
end $$;

do $$ declare t text; begin
  foreach t in array array['grants','commands','outbox','audit_entries','audit_seals','order_number_blocks','areas','units','household_members',
    'policy_versions','register_imports','rewards','people','posts','helpers','helper_skills','teams','team_members','order_parties','order_publications','point_proofs'] loop
    perform net_region(t::regclass);
  end loop;
  foreach t in array array['order_texts','order_events','order_remarks','order_clocks','order_evidence','order_ratings'] loop
    perform net_apply(t::regclass, 'net_sees_part(region_id, order_id)');
  end loop;
end $$;
select net_apply('households', 'net_sees_household(region_id, id, path)');
select net_apply('orders', 'net_sees_order(region_id, id, path, about_person_id, about_unit_id)');
select net_apply('files', net_me('uploaded_by') || ' or ' || net_system() || ' or (order_id is not null and net_sees_part(region_id, order_id))');
select net_apply('saved_views', net_me('person_id'));
select net_apply('point_accounts', net_condition_area('community') || ' or ' || net_me('person_id') || ' or ' || net_system());
select net_apply('point_entries', 'net_sees_entry(region_id, debit_account, credit_account)');
select net_apply('notices', net_me('person_id') || ' or ' || net_system());
select net_apply('deliveries', net_system());
select net_apply('order_states', net_condition_area('area') || ' or ' || net_system());
select net_apply('redemptions', net_condition_area('area') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
select net_apply('order_days', net_condition_area('area') || ' or ' || net_system());

-- A loop instead of a query: it is called for every row of every list.
create or replace function area_prefixes(path text) returns text[] language plpgsql immutable strict parallel safe as $$
declare found text[] := '{}'; at integer := 1; step integer;
begin
  loop
    step := position('/' in substr(path, at + 1));
    exit when step = 0;
    at := at + step;
    found := found || substr(path, 1, at);
  end loop;
  return found;
end $$;

-- Lists that stay quick beside a million closed orders.
create index orders_open_newest on orders (region_id, placed_at desc, id desc) where state not in ('closed', 'rejected', 'cancelled');
create index orders_item on orders (region_id, item, placed_at desc, id desc);
create index order_search_newest on order_search (region_id, placed_at desc, order_id desc);
