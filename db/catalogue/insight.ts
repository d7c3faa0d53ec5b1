import type { GroundCountedRow, GroundCountsRow, OrderDaysRow, OrderStatesRow } from '../tables.ts'
import { forPlace, REGION, table } from './words.ts'

const counted = {
  class: 'internal',
  basis: 'noPerson',
  retention: forPlace,
} as const

export const insightTables = {
  ground_counts: table<GroundCountsRow>(
    '各辖区底数和覆盖',
    'What the ground of an area promises and holds',
    counted,
    {
      region_id: REGION,
      area: ['辖区', 'Area'],
      what: ['数什么', 'What is counted'],
      key: ['哪一项', 'Which of them'],
      held: ['做到的', 'Held'],
      wanted: ['应有的', 'Wanted'],
    },
  ),
  ground_counted: table<GroundCountedRow>(
    '底数和覆盖是什么时候数的',
    'When the ground was counted',
    counted,
    {
      region_id: REGION,
      what: ['数什么', 'What is counted'],
      at: ['上次数的时间', 'Counted last'],
      is_behind: ['之后有变化', 'Something happened since'],
    },
  ),
  order_states: table<OrderStatesRow>(
    '各辖区各事项在各状态的工单数',
    'Orders by area, item and state',
    counted,
    {
      region_id: REGION,
      area: ['辖区', 'Area'],
      item: ['事项；空为未定', 'Item; empty: none yet'],
      state: ['状态', 'State'],
      orders: ['工单数', 'Orders'],
    },
  ),
  order_days: table<OrderDaysRow>('各辖区各事项每天的数字', 'What happened by area, day and item', counted, {
    region_id: REGION,
    area: ['辖区', 'Area'],
    day: ['日期', 'Day'],
    item: ['事项；空为未定', 'Item; empty: none yet'],
    placed: ['点单数', 'Placed'],
    claimed: ['抢单数', 'Claimed'],
    claimed_1m: ['一分钟内抢到', 'Claimed within a minute'],
    claimed_5m: ['五分钟内抢到', 'Claimed within five minutes'],
    claimed_15m: ['一刻钟内抢到', 'Claimed within a quarter of an hour'],
    claimed_30m: ['半小时内抢到', 'Claimed within half an hour'],
    claimed_1h: ['一小时内抢到', 'Claimed within an hour'],
    claimed_4h: ['四小时内抢到', 'Claimed within four hours'],
    claimed_1d: ['一天内抢到', 'Claimed within a day'],
    handled: ['办好数', 'Handled'],
    reworked: ['重办数', 'Reworked'],
    closed: ['结案数', 'Closed'],
    solved: ['其中解决', 'Of these solved'],
    partly_solved: ['其中部分解决', 'Of these partly solved'],
    not_solved: ['其中未解决', 'Of these not solved'],
    explained: ['其中未解决已解释', 'Of these not solved and explained'],
    answered: ['其中直接答复', 'Of these answered at once'],
    refused: ['不予受理数', 'Refused'],
    cancelled: ['撤单数', 'Cancelled'],
    rated: ['评单数', 'Rated'],
    satisfied: ['其中满意', 'Of these satisfied'],
    discounted: ['异议成立不计入的评单', 'Ratings that an upheld objection leaves out'],
    score_sum: ['评分合计', 'Sum of scores'],
    shown: ['晒单数', 'Shown'],
    hidden: ['撤下数', 'Taken down'],
  }),
}
