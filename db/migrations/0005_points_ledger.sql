-- Double entry. Issuers may be negative, nobody else; the sum of all balances is 0.

create table point_accounts (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null check (kind in ('issuer', 'person')),
  person_id uuid,
  community text collate "C" not null,
  balance bigint not null default 0,
  pending bigint not null default 0,            -- promised, not yet earned
  opened_at timestamptz not null,
  primary key (region_id, id),
  check ((kind = 'person') = (person_id is not null)),
  check (kind = 'issuer' or (balance >= 0 and pending >= 0))
);
create unique index point_accounts_person on point_accounts (region_id, person_id) where person_id is not null;
create unique index point_accounts_issuer on point_accounts (region_id, community) where kind = 'issuer';
select net_apply('point_accounts', net_condition_area('community') || ' or ' || net_me('person_id') || ' or ' || net_system());
grant select, insert, update on point_accounts to linli_app;

-- Append-only. A pending entry is settled by a later posting or voiding entry that names it.
create table point_entries (
  region_id integer not null references regions,
  id uuid not null,
  phase text not null check (phase in ('pending', 'posted', 'voided')),
  kind text not null check (kind in ('earn', 'correction')),
  debit_account uuid not null,                  -- gives
  credit_account uuid not null,                 -- receives
  amount bigint not null check (amount > 0),
  order_id uuid,
  round integer,
  rule_version uuid,
  settles uuid,                                 -- the pending entry
  corrects uuid,                                -- the posted entry that was wrong
  reason text,                                  -- code
  by_person uuid,
  at timestamptz not null,
  primary key (region_id, id),
  check (debit_account <> credit_account)
);
create unique index point_entries_earn on point_entries (region_id, order_id, round, phase) where kind = 'earn';
create unique index point_entries_settles on point_entries (region_id, settles) where settles is not null;
create unique index point_entries_corrects on point_entries (region_id, corrects) where corrects is not null;
create index point_entries_credit on point_entries (region_id, credit_account, at desc, id desc);
create index point_entries_debit on point_entries (region_id, debit_account, at desc, id desc);
select net_apply('point_entries', net_system() || $$
  or exists (select from point_accounts a where a.region_id = point_entries.region_id and a.id in (point_entries.debit_account, point_entries.credit_account))$$);
grant select, insert on point_entries to linli_app;

-- Month-end: issued - spent - expired - reversed = sum of balances.
create table point_proofs (
  region_id integer not null references regions,
  id uuid not null,
  month date not null,
  issued bigint not null,
  spent bigint not null,
  expired bigint not null,
  reversed bigint not null,
  balances bigint not null,
  holds boolean not null,
  at timestamptz not null,
  primary key (region_id, id),
  unique (region_id, month)
);
select net_region('point_proofs');
grant select, insert, update on point_proofs to linli_app;
