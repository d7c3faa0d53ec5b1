-- 兑单: a redemption holds points and a piece until it is collected, cancelled or expires; points themselves never expire.

-- A merchant receives what is redeemed, one account for each area that pays it. `held` is kept of a balance for
-- redemptions that wait: what can be spent is `balance - held`. Held and promised points sum to 0 over all accounts.
alter table point_accounts
  add column unit_id uuid,
  add column held bigint not null default 0,
  drop constraint point_accounts_kind_check,
  drop constraint point_accounts_check1,
  add constraint point_accounts_kind_check check (kind in ('issuer', 'person', 'merchant')),
  add constraint point_accounts_unit check ((kind = 'merchant') = (unit_id is not null)),
  add constraint point_accounts_held check (held >= 0 and (held = 0 or kind = 'person')),
  add constraint point_accounts_spendable check (kind = 'issuer' or (balance - held >= 0 and pending >= 0));
create unique index point_accounts_merchant on point_accounts (region_id, unit_id, community) where kind = 'merchant';

alter table point_entries
  add column redemption_id uuid,
  drop constraint point_entries_kind_check,
  add constraint point_entries_kind_check check (kind in ('earn', 'correction', 'redeem', 'refund')),
  add constraint point_entries_redemption check ((kind in ('redeem', 'refund')) = (redemption_id is not null)),
  add constraint point_entries_refund check (kind <> 'refund' or corrects is not null);
create index point_entries_redemption on point_entries (region_id, redemption_id) where redemption_id is not null;

alter table point_proofs add column refunded bigint not null default 0;

-- What points are redeemed for. The preset's rows found the shelf; pieces and terms are then the place's own.
create table rewards (
  region_id integer not null references regions,
  id uuid not null,
  key text,                                     -- the preset's; none when the place added it
  kind text not null check (kind in ('goods', 'service', 'feeOffset')),
  unit_id uuid not null,                        -- the merchant
  name jsonb not null,
  points bigint not null check (points > 0),
  stock bigint check (stock >= 0),              -- pieces left; null: they do not run out
  fen bigint not null check (fen >= 0),         -- what the community pays for a piece, by contract
  base bigint not null check (base >= 0),       -- so many points must stay
  monthly_limit integer check (monthly_limit > 0),
  area text collate "C" not null,               -- where it is offered, and who pays
  from_at timestamptz not null,
  to_at timestamptz,
  source jsonb,                                 -- document and mechanism
  version integer not null default 1,
  added_at timestamptz not null,
  added_by uuid,
  primary key (region_id, id)
);
create unique index rewards_key on rewards (region_id, key) where key is not null;
create index rewards_unit on rewards (region_id, unit_id);
select net_region('rewards');
grant select, insert, update on rewards to linli_app;

create table redemptions (
  region_id integer not null references regions,
  id uuid not null,
  number text not null,
  reward_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  area text collate "C" not null,
  quantity integer not null check (quantity > 0),
  points bigint not null check (points > 0),    -- of all pieces, as agreed
  fen bigint not null check (fen >= 0),         -- of all pieces, as agreed
  state text not null check (state in ('held', 'collected', 'cancelled', 'expired', 'refunded')),
  code_cipher text,                             -- pick-up code, field-encrypted, while it is held
  code_hmac bytea,
  held_at timestamptz not null,
  remind_at timestamptz not null,
  reminded_at timestamptz,
  collect_before timestamptz not null,
  collected_at timestamptz,
  collected_by uuid,
  ended_at timestamptz,                         -- cancelled, expired or given back
  reason text,                                  -- code
  primary key (region_id, id),
  constraint redemptions_number unique (region_id, number),
  constraint redemptions_code_kept check ((state = 'held') = (code_cipher is not null) and (state = 'held') = (code_hmac is not null)),
  constraint redemptions_collected check (state not in ('collected', 'refunded') or collected_at is not null)
);
create unique index redemptions_code on redemptions (region_id, code_hmac) where state = 'held';
create index redemptions_person on redemptions (region_id, person_id, held_at desc, id desc);
create index redemptions_unit on redemptions (region_id, unit_id, held_at desc, id desc);
create index redemptions_newest on redemptions (region_id, held_at desc, id desc);
create index redemptions_reward on redemptions (region_id, reward_id) where state = 'held';
create index redemptions_due on redemptions (region_id, collect_before) where state = 'held';
create index redemptions_remind on redemptions (region_id, remind_at) where state = 'held' and reminded_at is null;
create index redemptions_collected_at on redemptions (region_id, collected_at) where collected_at is not null;
select net_apply('redemptions', net_condition_area('area') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any ((select nullif(current_setting('app.units', true), ''))::uuid[]), false)$$);
grant select, insert, update on redemptions to linli_app;
