-- Indexes for what a county asks after some years. tests/plans names the statement that would read a table whole without one.

-- The queue's rare filters: a page of few among a million.
create index orders_consented on orders (region_id, placed_at desc, id desc) where show_consent_at is not null and shown_at is null;
create index orders_kind on orders (region_id, kind, placed_at desc, id desc) where kind <> 'help';
create index orders_urgency on orders (region_id, urgency, placed_at desc, id desc) where urgency <> 'ordinary';
create index orders_channel on orders (region_id, channel, placed_at desc, id desc) where channel <> 'hand';
create index orders_restricted on orders (region_id, placed_at desc, id desc) where restriction <> 'none';
-- A community's orders in every state: whatever else is asked for, no more than these are looked through.
create index orders_community on orders (region_id, community, placed_at desc, id desc);
-- A common word in a small area: the area leads.
create index order_search_path on order_search (region_id, path);
-- Who handled something today.
create index order_events_handled on order_events (region_id, at) include (path, actor_person_id) where verb in ('handleOrder', 'selfHandle');

create index grants_role on grants (region_id, role, area_path);
create index grants_post on grants (region_id, post_id) where post_id is not null;
create index posts_area on posts (region_id, area_path);
create index helpers_path on helpers (region_id, path) where left_at is null;
create index helpers_serves on helpers (region_id, serves_path) where left_at is null;
create index people_name on people (region_id, name collate "C");
create index saved_views_person on saved_views (region_id, person_id) where removed_at is null;
create index deliveries_waiting on deliveries (region_id, at, id) where purpose = 'notice' and delivered_at is null;

create index point_accounts_community on point_accounts (region_id, community, id);
create index point_entries_newest on point_entries (region_id, at desc, id desc);
create index point_entries_order on point_entries (region_id, order_id) where order_id is not null;
create index redemptions_reward_newest on redemptions (region_id, reward_id, held_at desc, id desc);
create index redemptions_refunded on redemptions (region_id, ended_at) where state = 'refunded';
create index redemptions_area on redemptions (region_id, area, held_at desc);

-- Paths are many and uneven: a range of them is estimated from more than a hundred samples.
alter table order_search alter column path set statistics 1000;
alter table orders alter column path set statistics 1000;

-- The time as a call and not as the words it was written in: the planner writes a query's words out, does not know that
-- `coalesce` keeps secrets, and under the net then leaves every index aside that a comparison with the time could use.
create or replace function app_now() returns timestamptz language plpgsql stable parallel safe as $$
begin
  return date_trunc('milliseconds', now() + coalesce(nullif(current_setting('app.shift', true), '')::interval, interval '0'));
end $$;
