import type { CheckInChoice, ConductRule, Preset, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const menu: Source = { document: HOUSE_RULES, mechanism: '报到服务菜单' }
const lists: Source = { document: HOUSE_RULES, mechanism: '报到单位、在职党员、社区的正面清单和一张负面清单' }

/** 1+X: the one that goes with every check-in, and those to choose from. */
export const checkInChoices: readonly CheckInChoice[] = [
  { key: 'meeting', kind: 'fixed', name: { zh: '参加一次党组织活动', en: 'Join a meeting' }, source: menu },
  { key: 'pairing', kind: 'chosen', name: { zh: '结对一户居民', en: 'Pair with a household' }, source: menu },
  { key: 'service', kind: 'chosen', name: { zh: '开展一次志愿服务', en: 'Serve once' }, source: menu },
  { key: 'wish', kind: 'chosen', name: { zh: '点亮一个微心愿', en: 'Fulfil a small wish' }, source: menu },
  {
    key: 'suggestion',
    kind: 'chosen',
    name: { zh: '提一条意见建议', en: 'Make a suggestion' },
    source: menu,
  },
]

const rule = (
  key: string,
  party: ConductRule['party'],
  measure: ConductRule['measure'],
  zh: string,
  en: string,
): ConductRule => ({ key, party, measure, name: { zh, en }, source: lists })

/** What each side does and what nobody does; where the house knows it, it counts. Nothing here is a mark or a rank. */
export const conduct: readonly ConductRule[] = [
  rule('unitReports', 'unit', 'communities', '到社区报到，定好联络员', 'Report to a community'),
  rule('unitAgrees', 'unit', 'agreements', '签结对共建协议', 'Sign an agreement'),
  rule('unitKeeps', 'unit', 'kept', '按期兑现承诺的事和资金', 'Keep what was promised'),
  rule('memberReports', 'member', 'communities', '到居住地社区报到', 'Report where one lives'),
  rule('memberServes', 'member', 'duties', '参加值班和志愿服务', 'Serve on duty'),
  rule('memberHandles', 'member', 'orders', '接单帮邻居办事', 'Take orders of neighbours'),
  rule('communityAccepts', 'community', 'members', '接收报到，安排力所能及的事', 'Accept and find work'),
  rule('communityKeeps', 'community', 'kept', '兑现对共建单位的承诺', 'Keep its own promises'),
  rule('noShow', 'everybody', null, '不拍照打卡、不摆样子', 'No posing for photos'),
  rule('noBurden', 'everybody', null, '不给社区和居民添负担', 'No burden on the community'),
  rule('noPay', 'everybody', null, '不收居民钱物', 'No money or gifts from residents'),
  rule('noRank', 'everybody', null, '不给报到的人打分排名', 'No scores or ranks of people'),
]

export const partnerRule: Preset['partnerRule'] = {
  needsLetter: false,
  letterDays: 365,
  remindDays: 7,
  source: { document: HOUSE_RULES, mechanism: '介绍信有效期和承诺到期前提醒' },
}
