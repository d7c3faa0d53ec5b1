import { utils, write } from '@e965/xlsx'
import type { Settlement } from '@linli/contract/points/redemptionShapes'
import { REWARD_KINDS } from '@linli/contract/points/words'

const SUMS = [
  '领取件数',
  '领取积分',
  '领取金额（元）',
  '退回件数',
  '退回积分',
  '退回金额（元）',
  '应结金额（元）',
]
const yuan = (fen: number): number => fen / 100
const sums = (row: Settlement['total']): number[] => [
  row.pieces,
  row.points,
  yuan(row.fen),
  row.refundedPieces,
  row.refundedPoints,
  yuan(row.refundedFen),
  yuan(row.dueFen),
]

/** The statement as staff file it and merchants invoice by it: one sheet of merchants, one of rewards. */
export function statementOf(settlement: Settlement): Buffer {
  const book = utils.book_new()
  const sheet = (name: string, rows: (string | number)[][]): void => {
    const table = utils.aoa_to_sheet(rows)
    table['!cols'] = rows[2]?.map((_, at) => ({ wch: at < 3 ? 24 : 14 })) ?? []
    utils.book_append_sheet(book, table, name)
  }
  sheet('结算单', [
    ['积分兑单结算单', settlement.month],
    ['与积分账核对', settlement.holds ? '一致' : '不一致，请先核对再结算'],
    ['商户', '结算辖区', ...SUMS],
    ...settlement.merchants.map((row) => [row.merchant.name.zh, row.areaName, ...sums(row)]),
    ['合计', '', ...sums(settlement.total)],
  ])
  sheet('明细', [
    ['积分兑单结算明细', settlement.month],
    [],
    ['商户', '结算辖区', '兑换品', '类别', '每件积分', '每件金额（元）', ...SUMS],
    ...settlement.lines.map((row) => [
      row.merchant.name.zh,
      row.areaName,
      row.reward.name.zh,
      REWARD_KINDS[row.reward.kind].zh,
      row.eachPoints,
      yuan(row.eachFen),
      ...sums(row),
    ]),
  ])
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // the type of `write` is any
}
