-- Identities of other doors (WeChat, single sign-on) and the budget of codes by region.

-- By whom somebody is known elsewhere. The name there is encrypted, and found by its HMAC; it is compared, never shown.
create table identities (
  id uuid primary key,
  account_id uuid not null references accounts,
  door text not null check (door in ('wechat', 'singleSignOn')),
  issuer text not null,                         -- the official account's app id, or the provider's address
  subject_hmac bytea not null,
  bound_at timestamptz not null,
  bound_by uuid,                                -- the administrator's account; null: the person's own act
  unique (door, issuer, subject_hmac),
  unique (account_id, door)                     -- one WeChat, one single sign-on an account
);
grant select, insert, delete on identities to linli_app;

-- Ways through another door that were used up: each is good once. The ways themselves lie encrypted in the browser.
create table door_tickets (
  ticket_hash bytea primary key,
  used_at timestamptz not null
);
create index door_tickets_used on door_tickets (used_at);
grant select, insert, delete on door_tickets to linli_app;

-- Messages cost money: each region has its own daily budget. Null in rows of the version before.
alter table sign_in_codes add column region_id integer;
create index sign_in_codes_region on sign_in_codes (region_id, created_at);
