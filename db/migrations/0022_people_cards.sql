-- The card of a household: what it is kept for, who lives there, what to mind at the door; and, each with a separate
-- consent and encrypted, what must stand in no list. Kinds and words are ciphers, so that nothing can be filtered or counted by them.

-- Whether a household lies in the scope's areas.
create function net_covers_home(home_region integer, home uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return net_is_system() or exists (select from households h where h.region_id = home_region and h.id = home and net_in_areas(h.path));
end $$;

create table household_cards (
  region_id integer not null references regions,
  household_id uuid not null,
  version integer not null check (version >= 1),
  purpose text check (purpose in ('contact', 'emergency', 'service')),
  tenure text check (tenure in ('own', 'rent', 'other')),
  visiting_cipher text,                         -- notes for visiting
  visiting_consent_id uuid,                     -- whose consent they stand by
  removed_at timestamptz,                       -- when that consent ends, and the notes with it
  changed_by uuid not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,              -- gone by then unless it is changed before
  primary key (region_id, household_id),
  check ((visiting_cipher is null) = (visiting_consent_id is null)),
  check ((visiting_cipher is null) = (removed_at is null))
);
create index household_cards_consent on household_cards (region_id, visiting_consent_id) where visiting_consent_id is not null;
create index household_cards_expires on household_cards (region_id, expires_at);
select net_apply('household_cards', 'net_covers_home(region_id, household_id)');
grant select, insert, update on household_cards to linli_app;

create table card_members (
  region_id integer not null references regions,
  household_id uuid not null,
  person_id uuid not null,
  tie text not null check (tie in ('head', 'spouse', 'child', 'parent', 'grandchild', 'grandparent', 'sibling', 'carer', 'tenant', 'other')),
  guardian_id uuid,                             -- speaks for a child under fourteen
  minor_until date,                             -- the fourteenth birthday
  expires_at timestamptz not null,
  primary key (region_id, household_id, person_id),
  check ((guardian_id is null) = (minor_until is null))
);
create index card_members_person on card_members (region_id, person_id);
create index card_members_guardian on card_members (region_id, guardian_id) where guardian_id is not null;
select net_apply('card_members', 'net_covers_home(region_id, household_id)');
grant select, insert, update on card_members to linli_app;

-- Asked, answered, taken back. What it was about is emptied when it is declined or ends; that it was asked for stays as proof.
create table card_consents (
  region_id integer not null references regions,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  kind_cipher text,
  why_cipher text,
  words_version integer not null check (words_version >= 1), -- of the text that was shown
  way text not null check (way in ('phone', 'paper', 'own')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid,                             -- the person, or the guardian; on paper by whose signature
  answered_at timestamptz,
  given boolean,
  withdrawn_at timestamptz,
  expires_at timestamptz not null,
  primary key (region_id, id),
  check ((answered_at is null) = (given is null))
);
create index card_consents_household on card_consents (region_id, household_id);
create index card_consents_person on card_consents (region_id, person_id);
select net_apply('card_consents', net_me('person_id') || ' or net_covers_home(region_id, household_id)');
grant select, insert, update on card_consents to linli_app;

create table card_tags (
  region_id integer not null references regions,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  consent_id uuid not null,
  kind_cipher text,                             -- empty once it has ended
  help_cipher text,                             -- how to help at the door
  set_by uuid not null,
  set_at timestamptz not null,
  expires_at timestamptz not null,              -- with its consent
  primary key (region_id, id),
  unique (region_id, consent_id)
);
create index card_tags_household on card_tags (region_id, household_id);
create index card_tags_person on card_tags (region_id, person_id);
select net_apply('card_tags', net_me('person_id') || ' or net_covers_home(region_id, household_id)');
grant select, insert, update on card_tags to linli_app;

-- All that is kept of health: that somebody was led or handed over, to whom, when, and that it is done. No words.
create table card_referrals (
  region_id integer not null references regions,
  id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('referral', 'handOver')),
  to_cipher text not null,
  ground text not null check (ground in ('asked', 'emergency')),
  by_person uuid not null,
  at timestamptz not null,
  done_at timestamptz,
  primary key (region_id, id)
);
create index card_referrals_household on card_referrals (region_id, household_id, at desc);
create index card_referrals_person on card_referrals (region_id, person_id);
select net_apply('card_referrals', net_me('person_id') || ' or net_covers_home(region_id, household_id)');
grant select, insert, update on card_referrals to linli_app;
