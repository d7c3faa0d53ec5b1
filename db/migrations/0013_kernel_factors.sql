-- Passkeys, proofs of the person (step-up) and the limits of each session.

-- The door decides how long a session lives unused and at most; the limits stand in the row, so that a change of the rule
-- changes no session that is open. A row without a word of it has the strictest.
alter table sessions
  add column door text not null default 'password',
  add column idle_seconds integer not null default 7200 check (idle_seconds > 0),
  add column proved_at timestamptz,             -- the person last showed a strong factor here
  add column device text;                       -- family words such as wechat.android, never what the browser sent
update sessions set door = 'phone', idle_seconds = 2592000 where expires_at - created_at > interval '12 hours';

-- One row a passkey: what verifies it, and the name its owner gave it. Nothing of the device.
create table passkeys (
  id uuid primary key,
  account_id uuid not null references accounts,
  credential_id bytea not null unique,
  public_key bytea not null,                    -- COSE
  counter bigint not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_account on passkeys (account_id);
grant select, insert, delete on passkeys to linli_app;
grant update (counter, used_at) on passkeys to linli_app;

-- What the house asked a device or a new authenticator to answer: once, within minutes.
create table factor_challenges (
  id uuid primary key,
  purpose text not null check (purpose in ('addPasskey', 'signInWithPasskey', 'prove', 'enrolTotp')),
  nonce_hash bytea not null unique,             -- SHA-256 of the challenge or ticket
  account_id uuid,                              -- null where anybody may answer
  session_id uuid,
  totp_secret text,                             -- field-encrypted, until its first code is right
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index factor_challenges_expired on factor_challenges (expires_at);
create index factor_challenges_account on factor_challenges (account_id);
grant select, insert, update, delete on factor_challenges to linli_app;
