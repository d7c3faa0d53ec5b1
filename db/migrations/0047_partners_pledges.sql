-- Partners: who somebody is and what they promise (三亮), the menu of a community (1+X), lists that a community sends a unit (3+1),
-- and help at activities on the feedback card.

-- 三亮: one page a person, there because its person shows it; taken back it is gone, with its promises. The net is that of the region:
-- nothing stands here but what its person agreed to show, and the views keep to whom.
create table pledge_pages (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,               -- the community it is shown in
  called text not null,                         -- how they want to be called there
  duties text not null,                         -- what they look after, in their words
  audience text not null check (audience in ('residents', 'everybody')),
  shown_at timestamptz not null,                -- the consent: to these words, there, for them
  hidden_at timestamptz,                        -- taken down by the community
  hidden_by uuid,
  hidden_words text,
  primary key (region_id, id),
  constraint pledge_pages_one unique (region_id, person_id),
  check ((hidden_at is null) = (hidden_by is null) and (hidden_at is null) = (hidden_words is null))
);
create index pledge_pages_path on pledge_pages (region_id, path, shown_at desc, id desc);
create index pledge_pages_newest on pledge_pages (region_id, shown_at desc, id desc);
select net_region('pledge_pages');
grant select, insert, update, delete on pledge_pages to linli_app;

-- What somebody promised on their page, and who saw it done: facts, never a mark.
create table pledges (
  region_id integer not null references regions,
  id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,               -- of the page
  words text not null,
  due_on date,
  state text not null check (state in ('open', 'kept')),
  at timestamptz not null,
  kept_side text check (kept_side in ('community', 'resident')),
  kept_by uuid,
  kept_at timestamptz,
  facts text,                                   -- what was done, as the witness says
  primary key (region_id, id),
  constraint pledges_not_by_oneself check (kept_by is distinct from person_id),
  check ((state = 'kept') = (kept_at is not null) and (state = 'kept') = (kept_by is not null)
    and (state = 'kept') = (kept_side is not null) and (state = 'kept') = (facts is not null))
);
create index pledges_person on pledges (region_id, person_id, at);
create index pledges_path on pledges (region_id, path);
select net_region('pledges');
grant select, insert, update, delete on pledges to linli_app;

-- 1+X: what a community itself puts on the menu.
create table menu_items (
  region_id integer not null references regions,
  id uuid not null,
  path text collate "C" not null,
  name text not null,
  about text not null,
  takers text not null check (takers in ('members', 'units', 'both')),
  until_on date,
  added_by uuid not null,
  added_at timestamptz not null,
  closed_at timestamptz,
  primary key (region_id, id)
);
create index menu_items_path on menu_items (region_id, path, added_at desc, id desc);
create index menu_items_newest on menu_items (region_id, added_at desc, id desc);
select net_region('menu_items');
grant select, insert, update on menu_items to linli_app;

-- Who takes it up: a member by their own phone, or a unit by its liaison.
create table menu_takes (
  region_id integer not null references regions,
  id uuid not null,
  item_id uuid not null,
  path text collate "C" not null,               -- of the item
  person_id uuid,
  unit_id uuid,
  taken_at timestamptz not null,
  left_at timestamptz,
  primary key (region_id, id),
  check ((person_id is null) <> (unit_id is null))
);
create unique index menu_takes_person on menu_takes (region_id, item_id, person_id) where left_at is null and person_id is not null;
create unique index menu_takes_unit on menu_takes (region_id, item_id, unit_id) where left_at is null and unit_id is not null;
create index menu_takes_item on menu_takes (region_id, item_id) where left_at is null;
create index menu_takes_whose on menu_takes (region_id, person_id) where person_id is not null;
create index menu_takes_path on menu_takes (region_id, path);
select net_apply('menu_takes', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
grant select, insert, update on menu_takes to linli_app;

-- 3+1: needs, resources, projects and what nobody does, put together by the community and answered by the unit, line by line.
create table partner_lists (
  region_id integer not null references regions,
  id uuid not null,
  unit_id uuid not null,
  path text collate "C" not null,
  lines jsonb not null,                         -- [{id, kind, words}]; of nobody
  sent_by uuid not null,
  sent_at timestamptz not null,
  takes uuid[],                                 -- the lines that the unit takes up
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (region_id, id),
  check ((answered_at is null) = (takes is null) and (answered_at is null) = (answered_by is null))
);
create index partner_lists_path on partner_lists (region_id, path, sent_at desc, id desc);
create index partner_lists_newest on partner_lists (region_id, sent_at desc, id desc);
create index partner_lists_unit on partner_lists (region_id, unit_id, sent_at desc, id desc);
select net_apply('partner_lists', net_condition_area('path') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
grant select, insert, update on partner_lists to linli_app;

-- Help at activities that somebody else confirmed; cards drawn before have none.
alter table feedback_cards add column helps integer not null default 0, add column help_minutes integer not null default 0;
