import type { Vocabulary } from '../words.ts'

export type RosterPurpose = 'crisis' | 'duty'
export const ROSTER_PURPOSES = {
  crisis: { zh: '应急值守', en: 'Emergency' },
  duty: { zh: '日常值班', en: 'Everyday duties' },
} as const satisfies Vocabulary<RosterPurpose>

export type RosterState = 'open' | 'planning' | 'proposed' | 'accepted' | 'closed'
export const ROSTER_STATES = {
  open: { zh: '正在报名', en: 'People are being asked' },
  planning: { zh: '正在排班', en: 'Being planned' },
  proposed: { zh: '方案待确认', en: 'Proposed' },
  accepted: { zh: '已生效', en: 'In force' },
  closed: { zh: '已结束', en: 'Closed' },
} as const satisfies Vocabulary<RosterState>

/** Whom a roster may ask together. */
export type GroupKind = 'helpers' | 'team' | 'unit' | 'post'
export const GROUP_KINDS = {
  helpers: { zh: '服务本区的志愿者', en: 'Helpers who serve the area' },
  team: { zh: '队伍', en: 'Team' },
  unit: { zh: '报到单位', en: 'Unit that reported' },
  post: { zh: '岗位', en: 'Post' },
} as const satisfies Vocabulary<GroupKind>

/** Why nobody could be found for a place. */
export type GapReason = 'noSkill' | 'away' | 'resting' | 'weekFull' | 'taken'
export const GAP_REASONS = {
  noSkill: { zh: '没有人具备这项技能', en: 'nobody has the skill' },
  away: { zh: '有这项技能的人这时都来不了', en: 'everybody with the skill is away then' },
  resting: { zh: '能来的人刚值完班，须休息', en: 'those who could come must rest between shifts' },
  weekFull: { zh: '能来的人本周时数已满', en: 'those who could come have reached the hours of the week' },
  taken: { zh: '能来的人都已排在别的岗上', en: 'those who could come stand elsewhere in this shift' },
} as const satisfies Vocabulary<GapReason>

/** On which days a shift is served; absent: on all. */
export type ShiftDays = 'workday' | 'freeDay'
export const SHIFT_DAYS = {
  workday: { zh: '工作日', en: 'Working days' },
  freeDay: { zh: '周末和节假日', en: 'Weekends and holidays' },
} as const satisfies Vocabulary<ShiftDays>

export type LogKind = 'check' | 'hazard' | 'handOver'
export const LOG_KINDS = {
  check: { zh: '巡查', en: 'Check' },
  hazard: { zh: '隐患', en: 'Hazard' },
  handOver: { zh: '交接', en: 'Hand-over' },
} as const satisfies Vocabulary<LogKind>

export type MemberAnswer = 'asked' | 'yes' | 'no'
export type SwapState = 'asked' | 'agreed' | 'confirmed' | 'withdrawn' | 'declined'
export const SWAP_STATES = {
  asked: { zh: '求换班', en: 'A swap is asked for' },
  agreed: { zh: '有人愿意换，待社区确认', en: 'Somebody agreed; the office confirms' },
  confirmed: { zh: '已换班', en: 'Swapped' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  declined: { zh: '未同意', en: 'Declined' },
} as const satisfies Vocabulary<SwapState>
