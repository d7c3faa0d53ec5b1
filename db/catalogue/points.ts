import type { PointAccountsRow, PointEntriesRow, PointProofsRow } from '../tables.ts'
import { ID, REGION, table, YEAR } from './words.ts'

const personal = { class: 'personal' } as const
const ledger = {
  class: 'internal',
  basis: 'consent',
  retention: { event: 'written', days: 10 * YEAR },
} as const

export const pointsTables = {
  point_accounts: table<PointAccountsRow>('积分账户', 'Points accounts', ledger, {
    region_id: REGION,
    id: ID,
    kind: ['发放方或个人', 'Issuer or person'],
    person_id: ['本人', 'Whose', personal],
    community: ['社区', 'Community'],
    balance: ['余额', 'Balance', personal],
    pending: ['待入账', 'Promised, not yet earned', personal],
    opened_at: ['开户时间', 'Opened'],
  }),
  point_entries: table<PointEntriesRow>('积分流水，只增不改', 'Ledger of points, append-only', ledger, {
    region_id: REGION,
    id: ID,
    phase: ['待入账、已入账或已作废', 'Pending, posted or voided'],
    kind: ['获得或更正', 'Earning or correction'],
    debit_account: ['付出账户', 'Account that gives', personal],
    credit_account: ['收入账户', 'Account that receives', personal],
    amount: ['积分', 'Amount'],
    order_id: ['工单', 'Order'],
    round: ['第几轮', 'Round'],
    rule_version: ['依据的规则版本', 'Version of the rule'],
    settles: ['结清哪一笔', 'Pending entry it settles'],
    corrects: ['更正哪一笔', 'Posted entry it corrects'],
    reason: ['理由代码', 'Code of the reason'],
    by_person: ['经办人', 'By whom', personal],
    at: ['时间', 'Time'],
  }),
  point_proofs: table<PointProofsRow>(
    '月末对账',
    'Month-end proofs',
    { class: 'public', basis: 'noPerson', retention: { event: 'written', days: 10 * YEAR } },
    {
      region_id: REGION,
      id: ID,
      month: ['月份', 'Month'],
      issued: ['发放', 'Issued'],
      spent: ['兑换', 'Spent'],
      expired: ['到期', 'Expired'],
      reversed: ['冲正', 'Reversed'],
      balances: ['余额合计', 'Sum of balances'],
      holds: ['是否平衡', 'Whether it balances'],
      at: ['对账时间', 'When it was proved'],
    },
  ),
}
