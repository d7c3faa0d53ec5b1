-- Partners: units and members who report to a community (双报到), the letters and feedback cards between unit, member and
-- community, and agreements with what was promised and kept (结对共建).

-- A unit by its liaison, or a member by their own phone. One a member and one a unit and community at a time.
create table check_ins (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null check (kind in ('unit', 'member')),
  unit_id uuid not null,                        -- the unit, or the home unit of the member
  person_id uuid,                               -- the member
  liaison_id uuid,                              -- who reported for the unit
  path text collate "C" not null,               -- the community reported to
  skills text[] not null default '{}',          -- preset keys
  times text[] not null default '{}',           -- when the member can come
  choices text[] not null default '{}',         -- 1+X: preset keys of the services chosen
  brings text,                                  -- what the unit can bring, in its words
  state text not null check (state in ('asked', 'accepted', 'declined', 'ended')),
  words text,                                   -- why it was declined
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  ended_at timestamptz,
  primary key (region_id, id),
  check ((kind = 'member') = (person_id is not null)),
  check ((kind = 'unit') = (liaison_id is not null)),
  check (state <> 'accepted' or decided_at is not null)
);
create unique index check_ins_member on check_ins (region_id, person_id) where state in ('asked', 'accepted') and kind = 'member';
create unique index check_ins_unit on check_ins (region_id, unit_id, path) where state in ('asked', 'accepted') and kind = 'unit';
create index check_ins_path on check_ins (region_id, path, asked_at desc, id desc);
create index check_ins_newest on check_ins (region_id, asked_at desc, id desc);
create index check_ins_home on check_ins (region_id, unit_id, kind, asked_at desc, id desc);
create index check_ins_person on check_ins (region_id, person_id, asked_at desc) where person_id is not null;
select net_apply('check_ins', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
grant select, insert, update on check_ins to linli_app;

-- The next number of a kind of document in a year.
create table document_numbers (
  region_id integer not null references regions,
  kind text not null check (kind in ('letter', 'card')),
  year integer not null,
  next integer not null check (next >= 1),
  primary key (region_id, kind, year)
);
select net_region('document_numbers');
grant select, insert, update on document_numbers to linli_app;

-- 介绍信: the home unit says that the member is theirs. The public page tells number, unit and days, and nobody.
create table letters (
  region_id integer not null references regions,
  id uuid not null,
  check_in_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,               -- of the check-in
  number text not null,
  slug text not null,                           -- random; in the public address on the letter
  issued_by uuid not null,
  issued_at timestamptz not null,
  valid_until date not null,
  revoked_at timestamptz,
  primary key (region_id, id),
  constraint letters_number unique (region_id, number),
  constraint letters_slug unique (region_id, slug)
);
create unique index letters_one on letters (region_id, check_in_id) where revoked_at is null;
create index letters_person on letters (region_id, person_id);
create index letters_path on letters (region_id, path);
create index letters_check_in on letters (region_id, check_in_id);
select net_apply('letters', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || $$ or coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false)$$);
grant select, insert, update on letters to linli_app;

-- 反馈卡: facts of service in a span of days. The member sees it first and answers; without their yes it is never sent.
create table feedback_cards (
  region_id integer not null references regions,
  id uuid not null,
  check_in_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  path text collate "C" not null,               -- of the check-in
  number text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  orders integer not null check (orders >= 0),
  duties integer not null check (duties >= 0),
  duty_minutes integer not null check (duty_minutes >= 0),
  state text not null check (state in ('drawn', 'agreed', 'objected', 'sent')),
  answer text,                                  -- what the member says of it
  drawn_by uuid not null,
  drawn_at timestamptz not null,
  consented_at timestamptz,
  sent_by uuid,
  sent_at timestamptz,
  version integer not null check (version >= 1),
  primary key (region_id, id),
  constraint feedback_cards_number unique (region_id, number),
  constraint feedback_cards_consent check (state not in ('agreed', 'sent') or consented_at is not null),
  check (state <> 'sent' or sent_at is not null)
);
create index feedback_cards_person on feedback_cards (region_id, person_id, drawn_at desc);
create index feedback_cards_path on feedback_cards (region_id, path, drawn_at desc, id desc);
create index feedback_cards_newest on feedback_cards (region_id, drawn_at desc, id desc);
create index feedback_cards_unit on feedback_cards (region_id, unit_id, drawn_at desc, id desc) where state = 'sent';
-- The home unit meets only what was sent, also in the net.
select net_apply('feedback_cards', net_condition_area('path') || ' or ' || net_me('person_id') || ' or ' || net_system()
  || $$ or (state = 'sent' and coalesce(unit_id = any (nullif(current_setting('app.units', true), '')::uuid[]), false))$$);
grant select, insert, update on feedback_cards to linli_app;

-- The place's own templates; the newest of a kind is used.
create table document_templates (
  region_id integer not null references regions,
  id uuid not null,
  kind text not null check (kind in ('letter', 'card')),
  bytes bytea not null,                         -- a docx, checked before it was kept
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  primary key (region_id, id)
);
create index document_templates_newest on document_templates (region_id, kind, uploaded_at desc);
select net_region('document_templates');
grant select, insert on document_templates to linli_app;

-- 结对共建: proposed by one side, signed by the other.
create table agreements (
  region_id integer not null references regions,
  id uuid not null,
  unit_id uuid not null,
  path text collate "C" not null,               -- a community, or a grid of one
  title text not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  state text not null check (state in ('proposed', 'signed', 'declined', 'ended')),
  is_public boolean not null,                   -- both sides agreed by signing that the promises are shown
  proposed_side text not null check (proposed_side in ('unit', 'community')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  ended_at timestamptz,
  version integer not null check (version >= 1),
  primary key (region_id, id),
  check ((state = 'proposed') = (answered_at is null))
);
create index agreements_path on agreements (region_id, path, from_on desc, id desc);
create index agreements_newest on agreements (region_id, from_on desc, id desc);
create index agreements_unit on agreements (region_id, unit_id, from_on desc, id desc);
create index agreements_public on agreements (region_id, from_on desc, id desc) where is_public and state = 'signed';
select net_region('agreements');
grant select, insert, update on agreements to linli_app;

-- What one side promised the other: a task, which may be an order, or funds. The other side says that it was kept.
create table agreement_promises (
  region_id integer not null references regions,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('task', 'funds')),
  side text not null check (side in ('unit', 'community')),
  owner_id uuid,                                -- who looks after it; told before it is due
  words text not null,
  due_on date not null,
  fen bigint check (fen > 0),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  order_id uuid,
  state text not null check (state in ('open', 'reported', 'kept')),
  reported_by uuid,
  reported_at timestamptz,
  kept_by uuid,
  kept_at timestamptz,
  reminded_at timestamptz,
  primary key (region_id, id),
  constraint agreement_promises_fen check ((kind = 'funds') = (fen is not null)),
  constraint agreement_promises_paid check (kind = 'funds' or paid_fen = 0),
  check ((state = 'kept') = (kept_at is not null))
);
create index agreement_promises_agreement on agreement_promises (region_id, agreement_id, due_on);
create index agreement_promises_order on agreement_promises (region_id, order_id) where order_id is not null and state <> 'kept';
create index agreement_promises_due on agreement_promises (region_id, due_on) where state = 'open' and reminded_at is null;
select net_region('agreement_promises');
grant select, insert, update on agreement_promises to linli_app;

-- Money that came: facts, each written once by the side that received it.
create table agreement_payments (
  region_id integer not null references regions,
  id uuid not null,
  promise_id uuid not null,
  fen bigint not null check (fen > 0),
  paid_on date not null,
  recorded_by uuid not null,
  at timestamptz not null,
  primary key (region_id, id)
);
create index agreement_payments_promise on agreement_payments (region_id, promise_id, paid_on);
select net_region('agreement_payments');
grant select, insert on agreement_payments to linli_app;
