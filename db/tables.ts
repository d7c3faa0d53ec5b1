// Written by db/generate.ts from the migrated database. Run it again after a migration.

export type AccountsRow = {
  id: string
  phone_hmac: Buffer | null
  login: string | null
  password_hash: string | null
  totp_secret: string | null
  totp_last_step: number
  failed_tries: number
  locked_until: string | null
  disabled_at: string | null
  created_at: string
  phone_cipher: string | null
  password_set_at: string | null
  start_until: string | null
  earlier_passwords: string[]
}

export type ActivitiesRow = {
  region_id: number
  id: string
  slug: string
  series_id: string | null
  kind: string
  theme: string | null
  title: string
  words: string
  unit_id: string | null
  path: string
  station_id: string | null
  place: string
  starts_at: string
  ends_at: string
  for_whom: string | null
  bring: string | null
  phone: string | null
  sign_up: boolean
  state: string
  version: number
  door_code: string
  planned_by: string
  planned_at: string
  published_at: string | null
  called_off_at: string | null
  call_off_reason: string | null
  heads: number | null
  helped_minutes: number
  summary: string | null
  held_at: string | null
  room_id: string | null
}

export type ActivityHelpRow = {
  region_id: number
  id: string
  activity_id: string
  person_id: string
  path: string
  minutes: number
  confirmed_by: string
  at: string
}

export type ActivityPhotosRow = {
  region_id: number
  id: string
  activity_id: string
  path: string
  people: string
  added_by: string
  added_at: string
  checked_by: string | null
  checked_at: string | null
  shown: boolean
  removed_at: string | null
}

export type ActivitySeatsRow = {
  region_id: number
  activity_id: string
  part: string
  seats: number | null
  taken: number
  waiting: number
  drawn: number
  arrived: number
}

export type ActivitySignupsRow = {
  region_id: number
  id: string
  activity_id: string
  part: string
  path: string
  starts_at: string
  ends_at: string
  person_id: string
  told_person: string
  by_person: string
  guardian_id: string | null
  state: string
  turn: number
  asked_at: string
  moved_up_at: string | null
  remind_at: string
  reminded_at: string | null
  cancelled_at: string | null
  arrived_at: string | null
}

export type AgreementPaymentsRow = {
  region_id: number
  id: string
  promise_id: string
  fen: number
  paid_on: string
  recorded_by: string
  at: string
}

export type AgreementPromisesRow = {
  region_id: number
  id: string
  agreement_id: string
  kind: string
  side: string
  owner_id: string | null
  words: string
  due_on: string
  fen: number | null
  paid_fen: number
  order_id: string | null
  state: string
  reported_by: string | null
  reported_at: string | null
  kept_by: string | null
  kept_at: string | null
  reminded_at: string | null
}

export type AgreementsRow = {
  region_id: number
  id: string
  unit_id: string
  path: string
  title: string
  from_on: string
  to_on: string
  state: string
  is_public: boolean
  proposed_side: string
  proposed_by: string
  proposed_at: string
  answered_by: string | null
  answered_at: string | null
  ended_at: string | null
  version: number
}

export type AllowancesRow = {
  region_id: number
  id: string
  path: string
  person_id: string
  category: string
  from_on: string
  to_on: string | null
  by_person: string
  at: string
}

export type ApiKeysRow = {
  region_id: number
  id: string
  name: string
  purpose: string
  scopes: string[]
  key_hash: Buffer
  tail: string
  per_minute: number
  expires_at: string
  made_by: string
  made_at: string
  revoked_by: string | null
  revoked_at: string | null
  used_at: string | null
  uses: number
}

export type AreaAliasesRow = {
  region_id: number
  id: string
  path: string
  compound: string | null
  alias: string
  kind: string
  from_at: string
  to_at: string | null
}

export type AreaOutlinesRow = {
  region_id: number
  id: string
  path: string
  outline: unknown
  from_at: string
  to_at: string | null
  by_person: string
}

export type AreaPositionsRow = {
  region_id: number
  id: string
  path: string
  longitude: number
  latitude: number
  from_at: string
  to_at: string | null
  by_person: string
}

export type AreaRedrawsRow = {
  region_id: number
  id: string
  kind: string
  path: string
  reason: string
  by_person: string
  areas: number
  households: number
  people: number
  posts: number
  orders: number
  at: string
}

export type AreaSuccessionsRow = {
  region_id: number
  id: string
  redraw_id: string
  from_path: string
  to_path: string
  is_main: boolean
}

export type AreasRow = {
  region_id: number
  id: string
  path: string
  parent_path: string | null
  level: string
  code: string
  name: string
  compound: string | null
  qr_slug: string
  opened_at: string
  closed_at: string | null
}

export type AuditEntriesRow = {
  region_id: number
  id: string
  seq: number
  at: string
  account_id: string | null
  person_id: string | null
  action: string
  subject_kind: string
  subject_id: string | null
  reason: string | null
  facts: unknown
}

export type AuditSealsRow = {
  region_id: number
  number: number
  first_seq: number
  last_seq: number
  entries: number
  previous_mac: Buffer
  mac: Buffer
  key_id: string
  at: string
}

export type BackupRunsRow = {
  id: string
  kind: string
  night: string | null
  started_at: string
  finished_at: string | null
  outcome: string | null
  problem: string | null
  file_name: string | null
  snapshot_at: string | null
  bytes: number | null
  sha256: string | null
  row_count: number | null
  file_count: number | null
  missing_files: number | null
  tables_compared: number | null
  seconds: number | null
}

export type BookablesRow = {
  region_id: number
  id: string
  station_id: string
  kind: string
  name: string
  minutes: number
  seats: number
  days_ahead: number
  opened_at: string
  closed_at: string | null
}

export type BookingSlotsRow = {
  region_id: number
  bookable_id: string
  starts_at: string
  ends_at: string
  seats: number
  taken: number
  waiting: number
  drawn: number
  held_by: string | null
}

export type BookingsRow = {
  region_id: number
  id: string
  bookable_id: string
  path: string
  starts_at: string
  ends_at: string
  person_id: string
  by_person: string
  state: string
  turn: number
  asked_at: string
  moved_up_at: string | null
  remind_at: string
  reminded_at: string | null
  cancelled_at: string | null
}

export type CampaignCompaniesRow = {
  region_id: number
  id: string
  campaign_id: string
  unit_id: string
  at: string
}

export type CampaignTermsRow = {
  region_id: number
  campaign_id: string
  owner_person: string
  targets: string
  daily_quota: number | null
  in_pairs: boolean
  unmet_since: string | null
  preset_key: string | null
  month: string | null
  at: string
  done_told_at: string | null
  ending_told_at: string | null
}

export type CampaignsRow = {
  region_id: number
  id: string
  kind: string
  name: string
  path: string
  from_on: string
  to_on: string
  by_person: string
  at: string
}

export type CardConsentsRow = {
  region_id: number
  id: string
  household_id: string
  person_id: string
  kind_cipher: string | null
  why_cipher: string | null
  words_version: number
  way: string
  asked_by: string
  asked_at: string
  answered_by: string | null
  answered_at: string | null
  given: boolean | null
  withdrawn_at: string | null
  expires_at: string
  pressed_at: string | null
  present_id: string | null
}

export type CardMembersRow = {
  region_id: number
  household_id: string
  person_id: string
  tie: string
  guardian_id: string | null
  minor_until: string | null
  expires_at: string
}

export type CardReferralsRow = {
  region_id: number
  id: string
  household_id: string
  person_id: string
  kind: string
  to_cipher: string
  ground: string
  by_person: string
  at: string
  done_at: string | null
}

export type CardTagsRow = {
  region_id: number
  id: string
  household_id: string
  person_id: string
  consent_id: string
  kind_cipher: string | null
  help_cipher: string | null
  set_by: string
  set_at: string
  expires_at: string
}

export type CareAlarmsRow = {
  region_id: number
  plan_id: string
  rhythm: string
  due_at: string
  step: number
  at: string
}

export type CareContactsRow = {
  region_id: number
  id: string
  plan_id: string
  person_id: string
  rhythm: string
  outcome: string
  order_ids: string[]
  by_person: string
  device_at: string
  at: string
}

export type CareDeputiesRow = {
  region_id: number
  plan_id: string
  person_id: string
  cared_id: string
}

export type CareLinesRow = {
  region_id: number
  plan_id: string
  person_id: string
  rhythm: string
  due_at: string
  next_at: string | null
  step: number
  order_id: string | null
}

export type CarePlansRow = {
  region_id: number
  id: string
  person_id: string
  household_id: string
  path: string
  carer_id: string
  from_on: string
  until_on: string
  way: string
  words_version: number
  agreed_by: string | null
  agreed_at: string | null
  last_seen_at: string | null
  unseen_told_at: string | null
  version: number
  by_person: string
  at: string
  ended_at: string | null
  ended_by: string | null
  ending: string | null
}

export type CareStandInsRow = {
  region_id: number
  id: string
  plan_id: string
  cared_id: string
  from_on: string
  to_on: string
  by_person: string
  at: string
  taken_by: string | null
  taken_at: string | null
}

export type CheckInsRow = {
  region_id: number
  id: string
  kind: string
  unit_id: string
  person_id: string | null
  liaison_id: string | null
  path: string
  skills: string[]
  times: string[]
  choices: string[]
  brings: string | null
  state: string
  words: string | null
  asked_at: string
  decided_by: string | null
  decided_at: string | null
  ended_at: string | null
}

export type CommandsRow = {
  region_id: number
  key: string
  account_id: string | null
  operation: string
  request_hash: Buffer
  response: unknown
  at: string
}

export type ConsentsRow = {
  region_id: number
  id: string
  person_id: string
  purpose: string
  version: number
  given: boolean
  through: string
  at: string
}

export type CourseFilesRow = {
  region_id: number
  id: string
  course_id: string
  name: string
  by_person: string
  at: string
  removed_at: string | null
}

export type CourseSeatsRow = {
  region_id: number
  id: string
  session_id: string
  course_id: string
  path: string
  person_id: string
  at: string
  left_at: string | null
  attended_at: string | null
  confirmed_by: string | null
}

export type CourseSessionsRow = {
  region_id: number
  id: string
  course_id: string
  path: string
  starts_at: string
  ends_at: string
  place: string
  trainer: string
  seats: number
  taken: number
  by_person: string
  at: string
}

export type CoursesRow = {
  region_id: number
  id: string
  path: string
  title: string
  posts: string[]
  material: string
  by_person: string
  at: string
  closed_at: string | null
}

export type CryptoKeysRow = {
  key_id: string
  proof_cipher: string
  first_at: string
  retired_at: string | null
}

export type DataExportsRow = {
  region_id: number
  id: string
  person_id: string
  asked_at: string
  ready_at: string | null
  storage_key: string | null
  bytes: number | null
  expires_at: string | null
}

export type DataRequestsRow = {
  region_id: number
  id: string
  person_id: string
  kind: string
  order_id: string | null
  path: string
  words: string
  asked_at: string
  due_on: string
  answered_at: string | null
  answered_by: string | null
  outcome: string | null
  answer: string | null
  erased_at: string | null
}

export type DeliveriesRow = {
  region_id: number
  id: string
  notice_id: string | null
  channel: string
  purpose: string
  dedupe_key: string
  tries: number
  delivered_at: string | null
  failed_at: string | null
  last_error: string | null
  at: string
}

export type DeviceBindingsRow = {
  region_id: number
  id: string
  device_id: string
  person_id: string
  household_id: string | null
  by_person: string
  from_at: string
  ended_by: string | null
  to_at: string | null
}

export type DeviceContactsRow = {
  region_id: number
  id: string
  device_id: string
  holder_id: string
  place: number
  kind: string
  name: string
  phone_cipher: string
  phone_hmac: Buffer
  phone_tail: string
  nights: boolean
  at: string
}

export type DeviceMessagesRow = {
  region_id: number
  device_id: string
  key: string
  kind: string
  door: string
  at: string
}

export type DevicePressAskedRow = {
  region_id: number
  press_id: string
  person_id: string
  holder_id: string
  wave: number
  why: string
  asked_at: string
  answer: string | null
  answered_at: string | null
}

export type DevicePressStepsRow = {
  region_id: number
  id: string
  press_id: string
  holder_id: string
  verb: string
  by_person: string | null
  wave: number | null
  people: number | null
  service: string | null
  at: string
}

export type DevicePressesRow = {
  region_id: number
  id: string
  device_id: string
  person_id: string
  path: string
  order_id: string
  stage: string
  presses: number
  pressed_at: string
  last_at: string
  taken_by: string | null
  taken_at: string | null
  next_at: string | null
  why: string | null
  emergency_at: string | null
  wave: number
  ring_at: string | null
  going_by: string | null
  going_at: string | null
  seen_by: string | null
  seen_how: string | null
  outcome: string | null
  ended_by: string | null
  ended_at: string | null
  version: number
}

export type DevicesRow = {
  region_id: number
  id: string
  serial: string
  kind: string
  model: string
  state: string
  path: string
  person_id: string | null
  household_id: string | null
  language: string | null
  phone_cipher: string | null
  phone_tail: string | null
  key_hash: Buffer | null
  key_at: string | null
  battery: number | null
  heard_at: string | null
  tested_at: string | null
  quiet_order_id: string | null
  quiet_at: string | null
  bound_at: string | null
  retired_at: string | null
  version: number
  by_person: string
  added_at: string
}

export type DocumentNumbersRow = {
  region_id: number
  kind: string
  year: number
  next: number
}

export type DocumentTemplatesRow = {
  region_id: number
  id: string
  kind: string
  bytes: Buffer
  uploaded_by: string
  uploaded_at: string
}

export type DoorTicketsRow = {
  ticket_hash: Buffer
  used_at: string
}

export type DutiesRow = {
  region_id: number
  id: string
  roster_id: string
  post_id: string
  person_id: string
  path: string
  shift: string
  starts_at: string
  ends_at: string
  accepted: boolean
  signed_in_at: string | null
  signed_out_at: string | null
  confirmed_minutes: number | null
  confirmed_by: string | null
  confirmed_at: string | null
  code_tries: number
}

export type DutyCalendarsRow = {
  region_id: number
  person_id: string
  secret_hash: Buffer
  opened_at: string
}

export type DutyLogRow = {
  region_id: number
  id: string
  duty_id: string
  roster_id: string
  post_id: string
  path: string
  kind: string
  text: string
  order_id: string | null
  by_person: string
  at: string
}

export type DutySwapsRow = {
  region_id: number
  id: string
  duty_id: string
  path: string
  from_person: string
  to_person: string | null
  state: string
  asked_at: string
  agreed_at: string | null
  ended_at: string | null
  ended_by: string | null
}

export type ErasuresRow = {
  region_id: number
  id: string
  person_id: string
  asked_at: string
  due_at: string
  cancelled_at: string | null
  erased_at: string | null
  finished_at: string | null
}

export type FactorChallengesRow = {
  id: string
  purpose: string
  nonce_hash: Buffer
  account_id: string | null
  session_id: string | null
  totp_secret: string | null
  tries: number
  created_at: string
  expires_at: string
}

export type FeedbackCardsRow = {
  region_id: number
  id: string
  check_in_id: string
  unit_id: string
  person_id: string
  path: string
  number: string
  from_on: string
  to_on: string
  orders: number
  duties: number
  duty_minutes: number
  state: string
  answer: string | null
  drawn_by: string
  drawn_at: string
  consented_at: string | null
  sent_by: string | null
  sent_at: string | null
  version: number
  helps: number
  help_minutes: number
}

export type FilesRow = {
  region_id: number
  id: string
  kind: string
  media_type: string
  bytes: number
  width: number | null
  height: number | null
  sha256: Buffer
  storage_key: string
  uploaded_by: string
  order_id: string | null
  taken_latitude: number | null
  taken_longitude: number | null
  at: string
  erased_at: string | null
}

export type GrantsRow = {
  region_id: number
  id: string
  account_id: string
  role: string
  area_path: string | null
  unit_id: string | null
  post_id: string | null
  from_at: string
  to_at: string | null
}

export type GridPlansRow = {
  region_id: number
  id: string
  path: string
  state: string
  least: number
  most: number
  progress: number
  grids: unknown
  failed: boolean
  version: number
  opened_by: string
  opened_at: string
  proposed_at: string | null
  decided_by: string | null
  decided_at: string | null
  redraw_id: string | null
}

export type GroundCountedRow = {
  region_id: number
  what: string
  at: string | null
  is_behind: boolean
}

export type GroundCountsRow = {
  region_id: number
  area: string
  what: string
  key: string
  held: number
  wanted: number
}

export type GuestsRow = {
  region_id: number
  person_id: string
  account_id: string
  station_id: string
  secret_hash: Buffer
  phone_cipher: string | null
  came_at: string
}

export type HelperSkillsRow = {
  region_id: number
  id: string
  person_id: string
  skill: string
  verified_by: string | null
  verified_at: string | null
  to_at: string | null
}

export type HelpersRow = {
  region_id: number
  person_id: string
  path: string
  serves_path: string
  quota: number
  home_entry: boolean
  night_emergencies: boolean
  on_leave_until: string | null
  points_opt_in: boolean
  hours: unknown
  joined_at: string
  left_at: string | null
}

export type HouseholdCardsRow = {
  region_id: number
  household_id: string
  version: number
  purpose: string | null
  tenure: string | null
  visiting_cipher: string | null
  visiting_consent_id: string | null
  removed_at: string | null
  changed_by: string
  changed_at: string
  expires_at: string
}

export type HouseholdMembersRow = {
  region_id: number
  id: string
  household_id: string
  person_id: string
  from_at: string
  to_at: string | null
}

export type HouseholdsRow = {
  region_id: number
  id: string
  path: string
  room: string
  address_cipher: string
  address_hmac: Buffer
  opened_at: string
  closed_at: string | null
}

export type IdentitiesRow = {
  id: string
  account_id: string
  door: string
  issuer: string
  subject_hmac: Buffer
  bound_at: string
  bound_by: string | null
  subject_cipher: string | null
}

export type KeyRotationsRow = {
  id: string
  to_key: string
  started_at: string
  finished_at: string | null
  values_changed: number
  values_left: number | null
}

export type LedgerChoicesRow = {
  region_id: number
  id: string
  person_id: string
  ledger: string
  columns: string[]
  at: string
}

export type LedgerExportsRow = {
  region_id: number
  id: string
  ledger: string
  format: string
  columns: string[]
  filters: unknown
  by_person: string
  state: string
  rows_expected: number
  rows_written: number
  refused: string | null
  storage_key: string | null
  bytes: number | null
  name: string
  asked_at: string
  beat_at: string
  expires_at: string
}

export type LedgerMinutesRow = {
  region_id: number
  id: string
  book: string
  since: string
  minutes: number
  ground: string
  by_person: string
  at: string
}

export type LedgerTemplatesRow = {
  region_id: number
  id: string
  ledger: string
  scope: string
  name: string
  content: Buffer
  by_person: string
  at: string
  closed_at: string | null
}

export type LendablesRow = {
  region_id: number
  id: string
  station_id: string
  name: string
  pieces: number
  lent: number
  days: number
  opened_at: string
  closed_at: string | null
}

export type LettersRow = {
  region_id: number
  id: string
  check_in_id: string
  unit_id: string
  person_id: string
  path: string
  number: string
  slug: string
  issued_by: string
  issued_at: string
  valid_until: string
  revoked_at: string | null
}

export type LoansRow = {
  region_id: number
  id: string
  lendable_id: string
  path: string
  person_id: string | null
  tag: string | null
  lent_at: string
  due_at: string
  reminded_at: string | null
  returned_at: string | null
}

export type MentorPairsRow = {
  region_id: number
  id: string
  path: string
  mentor_id: string
  learner_id: string
  subject: string
  from_on: string
  until_on: string
  mentor_agreed_at: string | null
  learner_agreed_at: string | null
  by_person: string
  at: string
  ended_at: string | null
  ended_by: string | null
}

export type MenuItemsRow = {
  region_id: number
  id: string
  path: string
  name: string
  about: string
  takers: string
  until_on: string | null
  added_by: string
  added_at: string
  closed_at: string | null
}

export type MenuTakesRow = {
  region_id: number
  id: string
  item_id: string
  path: string
  person_id: string | null
  unit_id: string | null
  taken_at: string
  left_at: string | null
}

export type MerchantNoticesRow = {
  region_id: number
  id: string
  merchant_id: string
  path: string
  kind: string
  rule_version: string
  services: number
  points: number
  reason: string | null
  state: string
  proposed_by: string
  from_at: string
  until_at: string
  concluded_by: string | null
  concluded_at: string | null
}

export type MerchantObjectionsRow = {
  region_id: number
  id: string
  notice_id: string
  path: string
  person_id: string
  words: string
  at: string
  decided_by: string | null
  decided_at: string | null
  upheld: boolean | null
  answer: string | null
}

export type MerchantWalksRow = {
  region_id: number
  merchant_id: string
  path: string
  minutes: number
  measured_by: string
  measured_at: string
}

export type MerchantsRow = {
  region_id: number
  id: string
  slug: string
  unit_id: string
  name: string
  path: string
  address: string
  longitude: number
  latitude: number
  phone: string | null
  services: string[]
  step_free: boolean
  hours: unknown
  trusted_at: string | null
  version: number
  added_at: string
  closed_at: string | null
  asked_services: string[] | null
  asked_hours: unknown
  asked_by: string | null
  asked_at: string | null
}

export type NoticesRow = {
  region_id: number
  id: string
  person_id: string
  kind: string
  order_id: string | null
  facts: unknown
  dedupe_key: string
  at: string
  shown_at: string | null
  read_at: string | null
}

export type Open311RequestsRow = {
  region_id: number
  order_id: string
  key_id: string
  at: string
}

export type Open311UpdatesRow = {
  region_id: number
  id: string
  key_id: string
  order_id: string
  sent_id: string
  version: number
  at: string
}

export type OrderAsksRow = {
  region_id: number
  id: string
  order_id: string
  kind: string
  round: number
  version: number
  asked_by: string
  asked_role: string
  asked_at: string
  amount: number | null
  unit: string | null
  until: string | null
  unit_id: string | null
  settled_at: string | null
  settled_by: string | null
  settled_version: number | null
  outcome: string | null
}

export type OrderCallsRow = {
  region_id: number
  id: string
  order_id: string
  unit_id: string
  how: string
  round: number
  version: number
  called_at: string
  called_by: string | null
  answered_at: string | null
  answered_by: string | null
  answered_version: number | null
  answer: string | null
  fitting: boolean | null
  judged: string | null
  judged_version: number | null
  ended_at: string | null
}

export type OrderClocksRow = {
  region_id: number
  id: string
  order_id: string
  clock: string
  round: number
  wave: number
  amount: number
  unit: string
  rule_version: string | null
  started_at: string
  due_at: string
  paused_at: string | null
  stopped_at: string | null
  fired_at: string | null
  first_due_at: string | null
  changes: unknown
  policy: string | null
  alert_at: string | null
  escalate_at: string | null
  warned_at: string | null
  escalated_at: string | null
  unit_id: string | null
}

export type OrderDaysRow = {
  region_id: number
  area: string
  day: string
  item: string
  placed: number
  claimed: number
  claimed_1m: number
  claimed_5m: number
  claimed_15m: number
  claimed_30m: number
  claimed_1h: number
  claimed_4h: number
  claimed_1d: number
  handled: number
  reworked: number
  closed: number
  solved: number
  partly_solved: number
  not_solved: number
  answered: number
  refused: number
  cancelled: number
  rated: number
  satisfied: number
  score_sum: number
  shown: number
  hidden: number
  explained: number
  discounted: number
}

export type OrderEventsRow = {
  region_id: number
  id: string
  order_id: string
  version: number
  verb: string
  from_state: string | null
  to_state: string
  actor_person_id: string | null
  actor_role: string
  round: number
  facts: unknown
  at: string
  path: string
  item: string | null
}

export type OrderEvidenceRow = {
  region_id: number
  id: string
  order_id: string
  round: number
  version: number
  kind: string
  file_id: string
  by_person: string
  at: string
}

export type OrderNumberBlocksRow = {
  region_id: number
  day: string
  next: number
}

export type OrderPartiesRow = {
  region_id: number
  id: string
  order_id: string
  role: string
  person_id: string | null
  unit_id: string | null
  team_id: string | null
  to_at: string | null
}

export type OrderPublicationsRow = {
  region_id: number
  id: string
  order_id: string
  slug: string
  title: string
  need: string
  outcome: string
  item: string | null
  community: string
  photo_ids: string[]
  published_by: string
  published_at: string
  hidden_at: string | null
}

export type OrderRatingsRow = {
  region_id: number
  id: string
  order_id: string
  round: number
  by_person: string
  through: string
  resolved: string
  score: number
  comment: string | null
  at: string
}

export type OrderReachRow = {
  region_id: number
  order_id: string
  version: number
  person_id: string
  wave: number
  reason: string | null
  paired: boolean
  held: number
  quota: number
  at: string
}

export type OrderRemarksRow = {
  region_id: number
  id: string
  order_id: string
  version: number
  audience: string
  text: string
  erased_at: string | null
}

export type OrderSearchRow = {
  region_id: number
  order_id: string
  path: string
  placed_at: string
  tokens: string
}

export type OrderStatesRow = {
  region_id: number
  area: string
  item: string
  state: string
  orders: number
}

export type OrderTextsRow = {
  region_id: number
  order_id: string
  title: string
  detail: string
  address_cipher: string | null
  contact_name: string | null
  contact_phone_cipher: string | null
  contact_phone_hmac: Buffer | null
  contact_phone_tail: string | null
  voice_file_id: string | null
  erased_at: string | null
}

export type OrdersRow = {
  region_id: number
  id: string
  number: string
  version: number
  state: string
  kind: string
  channel: string
  urgency: string
  item: string | null
  item_version: string | null
  path: string
  community: string
  placed_at: string
  placed_by: string
  requester_id: string | null
  beneficiary_id: string | null
  anonymous: boolean
  confidential: boolean
  vulnerable: boolean
  restriction: string
  about_person_id: string | null
  about_unit_id: string | null
  assignee_person_id: string | null
  assignee_team_id: string | null
  assignee_unit_id: string | null
  round: number
  offer_wave: number | null
  offer_path: string | null
  refusal_proposed_by: string | null
  contacted_at: string | null
  handled_at: string | null
  handled_by: string | null
  result: string | null
  reached: boolean | null
  score: number | null
  rated_round: number | null
  calls_tried: number
  first_call_at: string | null
  show_consent_at: string | null
  shown_at: string | null
  closed_at: string | null
  due_at: string | null
  due_clock: string | null
  merged_into: string | null
  supplements: number
  assigned_at: string | null
  host_ruled: boolean
  urged_at: string | null
  supervision: string | null
  sender_due_at: string | null
}

export type OutboxRow = {
  region_id: number
  id: string
  seq: number
  topic: string
  payload: unknown
  at: string
  relayed_at: string | null
}

export type PairingPlansRow = {
  region_id: number
  id: string
  rule: string
  path: string
  state: string
  progress: number
  outcome: unknown
  failed: boolean
  version: number
  opened_by: string
  opened_at: string
  proposed_at: string | null
  decided_by: string | null
  decided_at: string | null
  every: string | null
  told_at: string | null
}

export type PairingsRow = {
  region_id: number
  id: string
  plan_id: string
  rule: string
  path: string
  taker_id: string | null
  household_id: string | null
  person_id: string | null
  unit_id: string | null
  accepted: boolean
  from_on: string | null
  to_on: string | null
  declined_by: string | null
  declined_at: string | null
  is_gone: boolean
}

export type PartnerListsRow = {
  region_id: number
  id: string
  unit_id: string
  path: string
  lines: unknown
  sent_by: string
  sent_at: string
  takes: string[] | null
  answer: string | null
  answered_by: string | null
  answered_at: string | null
}

export type PartyBodiesRow = {
  region_id: number
  id: string
  kind: string
  name: string
  area_path: string
  from_on: string
  to_on: string | null
}

export type PasskeysRow = {
  id: string
  account_id: string
  credential_id: Buffer
  public_key: Buffer
  counter: number
  name: string
  created_at: string
  used_at: string | null
}

export type PeopleRow = {
  region_id: number
  id: string
  account_id: string | null
  name: string
  phone_cipher: string | null
  phone_hmac: Buffer | null
  phone_tail: string | null
  path: string | null
  household_id: string | null
  needs_two_eyes: boolean
  created_at: string
  erased_at: string | null
}

export type PledgePagesRow = {
  region_id: number
  id: string
  person_id: string
  path: string
  called: string
  duties: string
  audience: string
  shown_at: string
  hidden_at: string | null
  hidden_by: string | null
  hidden_words: string | null
}

export type PledgesRow = {
  region_id: number
  id: string
  person_id: string
  path: string
  words: string
  due_on: string | null
  state: string
  at: string
  kept_side: string | null
  kept_by: string | null
  kept_at: string | null
  facts: string | null
}

export type PointAccountsRow = {
  region_id: number
  id: string
  kind: string
  person_id: string | null
  community: string
  balance: number
  pending: number
  opened_at: string
  unit_id: string | null
  held: number
}

export type PointEntriesRow = {
  region_id: number
  id: string
  phase: string
  kind: string
  debit_account: string
  credit_account: string
  amount: number
  order_id: string | null
  round: number | null
  rule_version: string | null
  settles: string | null
  corrects: string | null
  reason: string | null
  by_person: string | null
  at: string
  redemption_id: string | null
}

export type PointProofsRow = {
  region_id: number
  id: string
  month: string
  issued: number
  spent: number
  expired: number
  reversed: number
  balances: number
  holds: boolean
  at: string
  refunded: number
}

export type PolicyVersionsRow = {
  region_id: number
  id: string
  kind: string
  key: string
  version: number
  origin: string
  preset_version: number | null
  body: unknown
  from_at: string
  to_at: string | null
  why: string | null
}

export type PostsRow = {
  region_id: number
  id: string
  person_id: string
  post: string
  area_path: string | null
  unit_id: string | null
  from_on: string
  to_on: string | null
  share: number
}

export type QueueDaysRow = {
  region_id: number
  station_id: string
  day: string
  drawn: number
}

export type QueueTicketsRow = {
  region_id: number
  id: string
  station_id: string
  path: string
  day: string
  number: number
  person_id: string | null
  state: string
  counter: string | null
  taken_at: string
  called_at: string | null
  ended_at: string | null
}

export type RedemptionsRow = {
  region_id: number
  id: string
  number: string
  reward_id: string
  person_id: string
  unit_id: string
  area: string
  quantity: number
  points: number
  fen: number
  state: string
  code_cipher: string | null
  code_hmac: Buffer | null
  held_at: string
  remind_at: string
  reminded_at: string | null
  collect_before: string
  collected_at: string | null
  collected_by: string | null
  ended_at: string | null
  reason: string | null
}

export type RegionsRow = {
  id: number
  gb_code: string
  name: unknown
  preset: string
  preset_version: number
  is_demo: boolean
  founded_at: string
}

export type RegisterImportsRow = {
  region_id: number
  id: string
  register: string
  file_sha256: Buffer
  rows_read: number
  rows_added: number
  rows_changed: number
  by_person: string
  at: string
}

export type RegisterRunsRow = {
  region_id: number
  id: string
  register: string
  by_person: string
  state: string
  rows_read: number
  rows_checked: number
  rows_to_write: number
  rows_written: number
  refused: string | null
  result: unknown
  started_at: string
  beat_at: string
}

export type RewardsRow = {
  region_id: number
  id: string
  key: string | null
  kind: string
  unit_id: string
  name: unknown
  points: number
  stock: number | null
  fen: number
  base: number
  monthly_limit: number | null
  area: string
  from_at: string
  to_at: string | null
  source: unknown
  version: number
  added_at: string
  added_by: string | null
}

export type RosterMembersRow = {
  region_id: number
  roster_id: string
  person_id: string
  path: string
  answer: string
  off_days: string[]
  off_shifts: string[]
  wishes: string[]
  asked_at: string
  answered_at: string | null
  wish_days: string[]
  show_name: boolean
  stands: boolean
}

export type RosterPostsRow = {
  region_id: number
  id: string
  roster_id: string
  name: string
  place: string
  tasks: string
  needed: number
  skill: string | null
}

export type RostersRow = {
  region_id: number
  id: string
  purpose: string
  title: string
  path: string
  from_on: string
  to_on: string
  shifts: unknown
  rest_hours: number
  week_hours: number
  state: string
  progress: number
  outcome: unknown
  opened_by: string | null
  opened_at: string
  proposed_at: string | null
  accepted_by: string | null
  accepted_at: string | null
  version: number
  station_id: string | null
  planned_by: string | null
  plan_failed_at: string | null
  reason: string | null
  series_id: string | null
  closed_at: string | null
  closed_by: string | null
}

export type SavedViewsRow = {
  region_id: number
  id: string
  person_id: string
  name: string
  filters: unknown
  created_at: string
  removed_at: string | null
}

export type SchemaFloorRow = {
  is_only: boolean
  migration: number
}

export type SessionsRow = {
  id: string
  token_hash: Buffer
  account_id: string
  region_id: number
  person_id: string
  created_at: string
  seen_at: string
  expires_at: string
  revoked_at: string | null
  door: string
  idle_seconds: number
  proved_at: string | null
  device: string | null
}

export type SignInCodesRow = {
  id: string
  phone_hmac: Buffer
  code_hash: Buffer
  created_at: string
  expires_at: string
  tries: number
  used_at: string | null
  region_id: number | null
}

export type StationsRow = {
  region_id: number
  id: string
  slug: string
  kind: string
  name: string
  path: string
  address: string
  longitude: number | null
  latitude: number | null
  phone: string | null
  facilities: string[]
  step_free: boolean
  photo_ids: string[]
  hours: unknown
  from_at: string | null
  to_at: string | null
  version: number
  opened_at: string
  closed_at: string | null
}

export type SuggestionModelsRow = {
  region_id: number
  id: string
  learned_at: string
  basis: string
  examples: number
  items: number
  first_percent: number
  two_percent: number
  names_percent: number
  model: Buffer
}

export type SuggestionTermsRow = {
  region_id: number
  version: number
  margin: number | null
  by_person: string
  at: string
}

export type TeamAlliesRow = {
  region_id: number
  id: string
  team_id: string
  unit_id: string | null
  squad_id: string | null
  from_at: string
  to_at: string | null
}

export type TeamMembersRow = {
  region_id: number
  id: string
  team_id: string
  person_id: string
  from_at: string
  to_at: string | null
  part: string
  is_asked: boolean
  ending: string | null
}

export type TeamsRow = {
  region_id: number
  id: string
  kind: string
  name: string
  path: string
  opened_at: string
  closed_at: string | null
  closed_by: string | null
  closed_words: string | null
}

export type UnitReportsRow = {
  region_id: number
  id: string
  check_in_id: string
  unit_id: string
  path: string
  number: string
  from_on: string
  to_on: string
  state: string
  answer: string | null
  drawn_by: string
  drawn_at: string
  answered_by: string | null
  answered_at: string | null
  version: number
}

export type UnitsRow = {
  region_id: number
  id: string
  key: string
  parent_id: string | null
  kind: string
  name: unknown
  duty_phone: string | null
  opened_at: string
  closed_at: string | null
}

export type UpstreamImportsRow = {
  region_id: number
  id: string
  sender_id: string
  by_person: string
  state: string
  rows: number
  placed: number
  known: number
  started_at: string
  beat_at: string
}

export type UpstreamOrdersRow = {
  region_id: number
  order_id: string
  sender_id: string
  number: string
  sent_at: string | null
  at: string
}

export type UpstreamSendersRow = {
  region_id: number
  id: string
  name: string
  decides: boolean
  path: string
  columns: unknown
  version: number
  made_by: string
  made_at: string
  changed_at: string
}

export type VisitCompanionsRow = {
  region_id: number
  id: string
  visit_id: string
  person_id: string
  named_by: string
  at: string
  answered_at: string | null
  was_there: boolean | null
}

export type VisitFormsRow = {
  region_id: number
  id: string
  campaign_id: string
  version: number
  questions: unknown
  by_person: string
  at: string
}

export type VisitPhotosRow = {
  region_id: number
  id: string
  household_id: string
  path: string
  file_id: string
  by_person: string
  at: string
}

export type VisitRecordsRow = {
  region_id: number
  id: string
  visit_id: string
  campaign_id: string
  household_id: string | null
  path: string
  form_id: string
  replaces: string[]
  outcome: string
  answers: unknown
  order_ids: string[]
  by_person: string
  device_at: string
  at: string
  unit_id: string | null
  again_on: string | null
  again_part: string | null
}

export type WorkAgreementsRow = {
  region_id: number
  id: string
  path: string
  worker_id: string
  lead_id: string
  from_on: string
  to_on: string
  state: string
  version: number
  at: string
  agreed_at: string | null
  shown_at: string | null
  concluded_at: string | null
  appeal: string | null
  appealed_at: string | null
  answer_by: string | null
  answer: string | null
  answered_by: string | null
  answered_at: string | null
}

export type WorkFactsRow = {
  region_id: number
  id: string
  agreement_id: string
  item_id: string
  by_person: string
  words: string
  at: string
  answer: string | null
  answered_at: string | null
}

export type WorkItemsRow = {
  region_id: number
  id: string
  agreement_id: string
  at_place: number
  name: string
  done_when: string
  fact: string | null
  outcome: string | null
  at: string
}

/** Every table's row by the table's name. */
export type Tables = {
  accounts: AccountsRow
  activities: ActivitiesRow
  activity_help: ActivityHelpRow
  activity_photos: ActivityPhotosRow
  activity_seats: ActivitySeatsRow
  activity_signups: ActivitySignupsRow
  agreement_payments: AgreementPaymentsRow
  agreement_promises: AgreementPromisesRow
  agreements: AgreementsRow
  allowances: AllowancesRow
  api_keys: ApiKeysRow
  area_aliases: AreaAliasesRow
  area_outlines: AreaOutlinesRow
  area_positions: AreaPositionsRow
  area_redraws: AreaRedrawsRow
  area_successions: AreaSuccessionsRow
  areas: AreasRow
  audit_entries: AuditEntriesRow
  audit_seals: AuditSealsRow
  backup_runs: BackupRunsRow
  bookables: BookablesRow
  booking_slots: BookingSlotsRow
  bookings: BookingsRow
  campaign_companies: CampaignCompaniesRow
  campaign_terms: CampaignTermsRow
  campaigns: CampaignsRow
  card_consents: CardConsentsRow
  card_members: CardMembersRow
  card_referrals: CardReferralsRow
  card_tags: CardTagsRow
  care_alarms: CareAlarmsRow
  care_contacts: CareContactsRow
  care_deputies: CareDeputiesRow
  care_lines: CareLinesRow
  care_plans: CarePlansRow
  care_stand_ins: CareStandInsRow
  check_ins: CheckInsRow
  commands: CommandsRow
  consents: ConsentsRow
  course_files: CourseFilesRow
  course_seats: CourseSeatsRow
  course_sessions: CourseSessionsRow
  courses: CoursesRow
  crypto_keys: CryptoKeysRow
  data_exports: DataExportsRow
  data_requests: DataRequestsRow
  deliveries: DeliveriesRow
  device_bindings: DeviceBindingsRow
  device_contacts: DeviceContactsRow
  device_messages: DeviceMessagesRow
  device_press_asked: DevicePressAskedRow
  device_press_steps: DevicePressStepsRow
  device_presses: DevicePressesRow
  devices: DevicesRow
  document_numbers: DocumentNumbersRow
  document_templates: DocumentTemplatesRow
  door_tickets: DoorTicketsRow
  duties: DutiesRow
  duty_calendars: DutyCalendarsRow
  duty_log: DutyLogRow
  duty_swaps: DutySwapsRow
  erasures: ErasuresRow
  factor_challenges: FactorChallengesRow
  feedback_cards: FeedbackCardsRow
  files: FilesRow
  grants: GrantsRow
  grid_plans: GridPlansRow
  ground_counted: GroundCountedRow
  ground_counts: GroundCountsRow
  guests: GuestsRow
  helper_skills: HelperSkillsRow
  helpers: HelpersRow
  household_cards: HouseholdCardsRow
  household_members: HouseholdMembersRow
  households: HouseholdsRow
  identities: IdentitiesRow
  key_rotations: KeyRotationsRow
  ledger_choices: LedgerChoicesRow
  ledger_exports: LedgerExportsRow
  ledger_minutes: LedgerMinutesRow
  ledger_templates: LedgerTemplatesRow
  lendables: LendablesRow
  letters: LettersRow
  loans: LoansRow
  mentor_pairs: MentorPairsRow
  menu_items: MenuItemsRow
  menu_takes: MenuTakesRow
  merchant_notices: MerchantNoticesRow
  merchant_objections: MerchantObjectionsRow
  merchant_walks: MerchantWalksRow
  merchants: MerchantsRow
  notices: NoticesRow
  open311_requests: Open311RequestsRow
  open311_updates: Open311UpdatesRow
  order_asks: OrderAsksRow
  order_calls: OrderCallsRow
  order_clocks: OrderClocksRow
  order_days: OrderDaysRow
  order_events: OrderEventsRow
  order_evidence: OrderEvidenceRow
  order_number_blocks: OrderNumberBlocksRow
  order_parties: OrderPartiesRow
  order_publications: OrderPublicationsRow
  order_ratings: OrderRatingsRow
  order_reach: OrderReachRow
  order_remarks: OrderRemarksRow
  order_search: OrderSearchRow
  order_states: OrderStatesRow
  order_texts: OrderTextsRow
  orders: OrdersRow
  outbox: OutboxRow
  pairing_plans: PairingPlansRow
  pairings: PairingsRow
  partner_lists: PartnerListsRow
  party_bodies: PartyBodiesRow
  passkeys: PasskeysRow
  people: PeopleRow
  pledge_pages: PledgePagesRow
  pledges: PledgesRow
  point_accounts: PointAccountsRow
  point_entries: PointEntriesRow
  point_proofs: PointProofsRow
  policy_versions: PolicyVersionsRow
  posts: PostsRow
  queue_days: QueueDaysRow
  queue_tickets: QueueTicketsRow
  redemptions: RedemptionsRow
  regions: RegionsRow
  register_imports: RegisterImportsRow
  register_runs: RegisterRunsRow
  rewards: RewardsRow
  roster_members: RosterMembersRow
  roster_posts: RosterPostsRow
  rosters: RostersRow
  saved_views: SavedViewsRow
  schema_floor: SchemaFloorRow
  sessions: SessionsRow
  sign_in_codes: SignInCodesRow
  stations: StationsRow
  suggestion_models: SuggestionModelsRow
  suggestion_terms: SuggestionTermsRow
  team_allies: TeamAlliesRow
  team_members: TeamMembersRow
  teams: TeamsRow
  unit_reports: UnitReportsRow
  units: UnitsRow
  upstream_imports: UpstreamImportsRow
  upstream_orders: UpstreamOrdersRow
  upstream_senders: UpstreamSendersRow
  visit_companions: VisitCompanionsRow
  visit_forms: VisitFormsRow
  visit_photos: VisitPhotosRow
  visit_records: VisitRecordsRow
  work_agreements: WorkAgreementsRow
  work_facts: WorkFactsRow
  work_items: WorkItemsRow
}
