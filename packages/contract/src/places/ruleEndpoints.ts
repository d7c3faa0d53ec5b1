import { endpoints } from '../endpoint.ts'
import { CLOCKS, DURATION_UNITS, LIMITS, URGENCIES } from '../orders/words.ts'
import {
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import { RULE_EFFECTS, RULE_KINDS, RULE_ORIGINS } from './ruleWords.ts'

const RowKey = (title = '代码') =>
  Type.String({
    title,
    pattern: '^[A-Za-z][A-Za-z0-9.]{0,79}$',
    description: '字母、数字和点，字母开头',
    maxLength: 80,
  })
const RuleParams = Shape({ kind: CodeOf(RULE_KINDS, '哪一类'), key: RowKey() })
/** The parts of a row by name, checked against the schema of its kind (`ruleRows.ts`); none: the place has no such row. */
const Row = Type.Record(Type.String({ pattern: '^[a-zA-Z]{1,40}$' }), Type.Unknown(), { title: '内容' })
const RuleRow = Shape({
  kind: CodeOf(RULE_KINDS),
  key: Type.String(),
  /** The version in force; null: the place has taken the row out. */
  versionId: Id(),
  version: Type.Integer(),
  origin: CodeOf(RULE_ORIGINS),
  presetVersion: Nullable(Type.Integer()),
  /** Null: the place goes without it. */
  row: Nullable(Row),
  from: Instant(),
  /** What the preset says, where it says otherwise: taken or left. */
  differs: Type.Boolean(),
})
export type RuleRow = Static<typeof RuleRow>
const Rules = Shape({
  items: Type.Array(RuleRow),
  preset: Type.String(),
  /** The edition that this server brings. */
  presetVersion: Type.Integer(),
})
const RuleHistory = Shape({
  key: Type.String(),
  kind: CodeOf(RULE_KINDS),
  versions: Type.Array(
    Shape({
      id: Id(),
      version: Type.Integer(),
      origin: CodeOf(RULE_ORIGINS),
      presetVersion: Nullable(Type.Integer()),
      row: Nullable(Row),
      from: Instant(),
      to: Nullable(Instant()),
      /** Masked; null where the preset wrote it. */
      by: Nullable(Type.String()),
      why: Nullable(Type.String()),
    }),
  ),
  /** What the preset says; null where it has no such row. */
  preset: Nullable(Row),
})
export type RuleHistory = Static<typeof RuleHistory>
const EditBody = {
  row: Nullable(Row),
  /** The version that was looked at; null where there was none. */
  seen: Nullable(Id('看到的版本')),
}
const RulePreview = Shape({
  effect: CodeOf(RULE_EFFECTS),
  /** Orders that it concerns, and the first of them. */
  total: Count(),
  orders: Type.Array(
    Shape({
      id: Id(),
      number: Type.String(),
      clock: Nullable(CodeOf(CLOCKS)),
      before: Nullable(Instant()),
      after: Nullable(Instant()),
    }),
  ),
})
export type RulePreview = Static<typeof RulePreview>

const Process = Shape({
  items: Count(),
  grabbable: Count(),
  automatic: Count(),
  selfHandled: Count(),
  returnsToPool: Count(),
  waves: Count(),
  supplements: Count(),
  unmergeHours: Count(),
  reworkRounds: Count(),
  clocks: Type.Array(
    Shape({
      clock: CodeOf(LIMITS),
      urgency: CodeOf(URGENCIES),
      item: Nullable(Type.String()),
      amount: Type.Integer(),
      unit: CodeOf(DURATION_UNITS),
    }),
  ),
  labels: Type.Record(Type.String(), WordsShape),
})

/** 本地规则: what a place goes by, edited on the desk version by version. */
export const ruleEndpoints = endpoints({
  listRules: {
    kind: 'read',
    method: 'GET',
    path: '/rules',
    summary: { zh: '本地规则', en: "The place's rules" },
    response: Rules,
  },
  ruleHistory: {
    kind: 'read',
    method: 'GET',
    path: '/rules/:kind/:key',
    summary: { zh: '一条规则的各个版本', en: 'A rule and its versions' },
    params: RuleParams,
    response: RuleHistory,
  },
  previewRule: {
    kind: 'read',
    method: 'POST',
    path: '/rules/:kind/:key/preview',
    summary: { zh: '预看改规则', en: 'What an edit of a rule would do' },
    params: RuleParams,
    body: Shape(EditBody),
    response: RulePreview,
  },
  getProcess: {
    kind: 'read',
    method: 'GET',
    path: '/process',
    summary: { zh: '本地的办单流程', en: "The place's process, as its rules make it" },
    response: Process,
  },
  setRule: {
    kind: 'command',
    method: 'POST',
    path: '/rules/:kind/:key',
    summary: { zh: '改规则', en: 'Edit a rule' },
    params: RuleParams,
    body: Shape({ ...EditBody, why: Text('为什么改', 400) }),
    response: Shape({ kind: CodeOf(RULE_KINDS), key: Type.String(), versionId: Id() }),
  },
})
