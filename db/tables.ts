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

export type DoorTicketsRow = {
  ticket_hash: Buffer
  used_at: string
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

export type TeamMembersRow = {
  region_id: number
  id: string
  team_id: string
  person_id: string
  from_at: string
  to_at: string | null
}

export type TeamsRow = {
  region_id: number
  id: string
  kind: string
  name: string
  path: string
  opened_at: string
  closed_at: string | null
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

/** Every table's row by the table's name. */
export type Tables = {
  accounts: AccountsRow
  areas: AreasRow
  audit_entries: AuditEntriesRow
  audit_seals: AuditSealsRow
  backup_runs: BackupRunsRow
  commands: CommandsRow
  consents: ConsentsRow
  crypto_keys: CryptoKeysRow
  data_exports: DataExportsRow
  data_requests: DataRequestsRow
  deliveries: DeliveriesRow
  door_tickets: DoorTicketsRow
  erasures: ErasuresRow
  factor_challenges: FactorChallengesRow
  files: FilesRow
  grants: GrantsRow
  helper_skills: HelperSkillsRow
  helpers: HelpersRow
  household_members: HouseholdMembersRow
  households: HouseholdsRow
  identities: IdentitiesRow
  key_rotations: KeyRotationsRow
  notices: NoticesRow
  order_clocks: OrderClocksRow
  order_days: OrderDaysRow
  order_events: OrderEventsRow
  order_evidence: OrderEvidenceRow
  order_number_blocks: OrderNumberBlocksRow
  order_parties: OrderPartiesRow
  order_publications: OrderPublicationsRow
  order_ratings: OrderRatingsRow
  order_remarks: OrderRemarksRow
  order_search: OrderSearchRow
  order_states: OrderStatesRow
  order_texts: OrderTextsRow
  orders: OrdersRow
  outbox: OutboxRow
  passkeys: PasskeysRow
  people: PeopleRow
  point_accounts: PointAccountsRow
  point_entries: PointEntriesRow
  point_proofs: PointProofsRow
  policy_versions: PolicyVersionsRow
  posts: PostsRow
  redemptions: RedemptionsRow
  regions: RegionsRow
  register_imports: RegisterImportsRow
  rewards: RewardsRow
  saved_views: SavedViewsRow
  schema_floor: SchemaFloorRow
  sessions: SessionsRow
  sign_in_codes: SignInCodesRow
  team_members: TeamMembersRow
  teams: TeamsRow
  units: UnitsRow
}
