import type { Vocabulary, Words } from '@linli/contract'
import { DURATION_UNITS, EVIDENCE, KINDS, LIMITS, RESULTS, URGENCIES } from '@linli/contract'
import type { RuleKind } from '@linli/contract/places/ruleWords'

/** Rows of the place that a field may name. */
export type Named = 'lists' | 'items' | 'skills' | 'units' | 'levels' | 'deeds'
type Field = Words & {
  readonly hint?: Words
  /** What may be chosen: codes of the contract, or rows of the place. */
  readonly of?: Vocabulary<string> | Named
}

/** How each part of a row is called and chosen, by `kind.part`, else by the part alone. */
export const FIELDS: { readonly [part: string]: Field } = {
  zh: { zh: '中文', en: 'In Chinese' },
  en: { zh: '英文', en: 'In English' },
  name: { zh: '名称', en: 'Name' },
  words: { zh: '叫法', en: 'Words' },
  printedCount: { zh: '文件载明多少项', en: 'Items that the document counts' },
  list: { zh: '所在清单', en: 'List', of: 'lists' },
  alias: {
    zh: '别的说法',
    en: 'Other words for it',
    hint: { zh: '居民可能怎么说，用顿号隔开。', en: 'What a resident may say; put 、 between them.' },
  },
  kind: { zh: '诉求类型', en: 'Kind of need', of: KINDS },
  urgency: { zh: '缓急', en: 'Urgency', of: URGENCIES },
  evidence: { zh: '办结要什么凭证', en: 'Evidence', of: EVIDENCE },
  photoNeedsPlace: { zh: '照片留拍摄地点', en: 'Photos keep the place' },
  'item.unit': { zh: '先派给哪个单位', en: 'Unit that is offered first', of: 'units' },
  grabbable: { zh: '可以抢单', en: 'May be claimed' },
  automatic: { zh: '系统自己受理、发布', en: 'Accepted and offered by itself' },
  skill: { zh: '要什么技能', en: 'Skill it needs', of: 'skills' },
  homeEntry: { zh: '要入户资质', en: 'Needs clearance for homes' },
  atStation: { zh: '驿站也能办', en: 'At stations too' },
  returnsToPool: { zh: '逾期放回抢单大厅', en: 'Goes back when late' },
  selfHandled: { zh: '网格员可自办自结', en: 'Grid workers may close it' },
  clock: { zh: '哪个时限', en: 'Limit of', of: LIMITS },
  'clock.item': {
    zh: '只对哪个事项',
    en: 'For one item only',
    of: 'items',
    hint: { zh: '空着就是这种缓急的所有事项。', en: 'Empty: every item of this urgency.' },
  },
  'clock.amount': { zh: '多少', en: 'How much' },
  'escalateAfter.amount': { zh: '超时多少', en: 'How long after' },
  unit: { zh: '单位', en: 'Unit of time', of: DURATION_UNITS },
  warnShare: {
    zh: '时限走到几成时提醒',
    en: 'Warned at this share of the limit',
    hint: { zh: '0 到 1，比如 0.8 是八成。', en: '0 to 1; 0.8 is four fifths.' },
  },
  shortestMinutes: { zh: '短于多少分钟的时限不提醒', en: 'No warning below so many minutes' },
  escalateAfter: { zh: '超时多久报上一级', en: 'The level above is told after' },
  quietAtNight: { zh: '夜里不打扰', en: 'Quiet at night' },
  wave: { zh: '第几波', en: 'Wave' },
  level: { zh: '问到哪一级', en: 'Asks helpers of', of: 'levels' },
  appliesTo: { zh: '哪个清单或事项', en: 'List or item', of: 'deeds' },
  'points.amount': { zh: '一次多少积分', en: 'Points each time' },
  postsOn: { zh: '办成什么结果才记', en: 'Results that earn it', of: RESULTS },
  dailyCap: { zh: '一人一天至多', en: 'Most a day' },
  pairWeeklyCap: { zh: '同两人一周至多几单', en: 'Most orders a week for one pair' },
  tries: { zh: '至少打几次', en: 'Calls at least' },
  days: { zh: '分在几天', en: 'On so many days' },
  rounds: { zh: '至多重办几轮', en: 'Rounds of rework' },
  'rework.share': { zh: '时限是原来的几成', en: 'Share of the old limit' },
  'selfHandling.share': { zh: '抽几成回访', en: 'Share that is called' },
  atLeastDays: { zh: '时限至少几天', en: 'Days at least' },
  supplements: { zh: '至多退回补正几次', en: 'Times a requester is asked' },
  unmergeHours: { zh: '并单几小时内可撤销', en: 'Hours to undo a merging' },
  mergeDays: { zh: '结案几天内的单还能并入', en: 'Days after closing to merge into' },
  shortagePercent: {
    zh: '每一百位空闲志愿者，待接的单多于几张算缺人',
    en: 'Waiting orders to a hundred free helpers that count as a shortage',
  },
  shortageLeast: { zh: '至少几张待接的单才算', en: 'Waiting orders at least' },
  walkMetresPerMinute: { zh: '步行每分钟几米', en: 'Metres on foot in a minute' },
  'offers.seconds': { zh: '至多算几秒', en: 'Seconds of reckoning at most' },
  value: { zh: '一人手上至多几单', en: 'Orders at once' },
}

/** The words of a part; a part that has none yet is called as the contract titles it. */
export const fieldOf = (under: string, part: string, title: string | undefined): Field =>
  FIELDS[`${under}.${part}`] ?? FIELDS[part] ?? { zh: title ?? part, en: title ?? part }

/** Parts that say which row it is: chosen once, when it is added. */
export const IDENTITY: { readonly [kind in RuleKind]?: readonly string[] } = {
  clock: ['clock', 'urgency', 'item'],
  wave: ['wave'],
}
/** Kinds of which every place needs every row: changed, and never taken out. */
export const NEEDED: readonly RuleKind[] = ['alert', 'setting', 'label']

/** What a tab shows: rows of a kind, and which of their parts. Evidence and routes are parts of items. */
export type RuleTab = {
  readonly key: string
  readonly kind: RuleKind
  readonly words: Words
  readonly parts: readonly string[]
  /** Rows whose key begins so. */
  readonly only?: string
}
export const RULE_TABS: readonly RuleTab[] = [
  { key: 'item', kind: 'item', words: { zh: '事项', en: 'Items' }, parts: ['list', 'kind', 'urgency'] },
  {
    key: 'kind',
    kind: 'label',
    words: { zh: '诉求类型', en: 'Kinds of need' },
    parts: ['words'],
    only: 'kind.',
  },
  { key: 'clock', kind: 'clock', words: { zh: '时限', en: 'Limits' }, parts: ['amount+unit'] },
  {
    key: 'alert',
    kind: 'alert',
    words: { zh: '提醒和上报', en: 'Warnings' },
    parts: ['warnShare', 'shortestMinutes', 'escalateAfter', 'quietAtNight'],
  },
  {
    key: 'evidence',
    kind: 'item',
    words: { zh: '凭证', en: 'Evidence' },
    parts: ['evidence', 'photoNeedsPlace'],
  },
  {
    key: 'points',
    kind: 'points',
    words: { zh: '积分', en: 'Points' },
    parts: ['appliesTo', 'amount', 'dailyCap'],
  },
  {
    key: 'route',
    kind: 'item',
    words: { zh: '派单路线', en: 'Routes' },
    parts: ['unit', 'automatic', 'grabbable', 'skill', 'homeEntry', 'returnsToPool', 'selfHandled'],
  },
  { key: 'wave', kind: 'wave', words: { zh: '接单范围', en: 'Waves' }, parts: ['level'] },
  { key: 'list', kind: 'list', words: { zh: '服务清单', en: 'Service lists' }, parts: ['printedCount'] },
  { key: 'setting', kind: 'setting', words: { zh: '其他规定', en: 'Other rules' }, parts: [] },
  { key: 'label', kind: 'label', words: { zh: '本地叫法', en: 'Own words' }, parts: ['words'] },
]
