import { utils, write } from '@e965/xlsx'
import { STATES } from '@linli/contract'
import type { Figures, Flows } from '@linli/contract/insight/shapes'

const FLOWS: readonly (readonly [name: string, of: (flows: Flows) => string | number])[] = [
  ['点单', ({ placed }) => placed],
  ['抢单', ({ claimed }) => claimed],
  ['抢单中位秒数', ({ medianClaimSeconds }) => medianClaimSeconds ?? '无'],
  ['办好', ({ handled }) => handled],
  ['重办', ({ reworked }) => reworked],
  ['结案', ({ closed }) => closed],
  ['其中解决', ({ results }) => results.solved],
  ['其中部分解决', ({ results }) => results.partlySolved],
  ['其中未解决', ({ results }) => results.notSolved],
  ['其中未解决已解释', ({ results }) => results.explained],
  ['其中直接答复', ({ results }) => results.answered],
  ['不予受理', ({ refused }) => refused],
  ['撤单', ({ cancelled }) => cancelled],
  ['晒单', ({ shown }) => shown],
  ['评单', ({ satisfaction }) => satisfaction?.rated ?? '不足10份'],
  ['其中满意', ({ satisfaction }) => satisfaction?.satisfied ?? '不足10份'],
  ['异议成立不计入', ({ satisfaction }) => satisfaction?.excluded ?? '不足10份'],
  ['满意率%', ({ satisfaction }) => satisfaction?.percent ?? '不足10份'],
]

/** The figures as staff take them along: one sheet each for the whole, the days, the items and the areas. */
export function workbookOf(figures: Figures): Buffer {
  const book = utils.book_new()
  const sheet = (name: string, rows: (string | number)[][], width = 14): void => {
    const table = utils.aoa_to_sheet(rows)
    table['!cols'] = rows[0]?.map((_, at) => ({ wch: at === 0 ? 24 : width })) ?? []
    utils.book_append_sheet(book, table, name)
  }
  sheet('总数', [
    ['辖区', figures.name],
    ['截至', figures.asOf],
    ['还在办', figures.open],
    ['其中超时', figures.overdue],
    ...figures.states.map(({ state, orders }) => [STATES[state].zh, orders]),
    [],
    ['', '今天', `${figures.from} 至 ${figures.to}`],
    ...FLOWS.map(([name, of]) => [name, of(figures.today), of(figures.period)]),
  ])
  sheet('按日', [
    ['日期', '点单', '结案'],
    ...figures.days.map(({ day, placed, closed }) => [day, placed, closed]),
  ])
  sheet('按事项', [
    ['事项', '点单', '还在办'],
    ...figures.items.map(({ name, placed, open }) => [name.zh, placed, open]),
  ])
  sheet('按辖区', [
    ['辖区', '还在办', '其中超时', '点单', '结案'],
    ...figures.areas.map(({ name, open, overdue, placed, closed }) => [name, open, overdue, placed, closed]),
  ])
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // the type of `write` is any
}
