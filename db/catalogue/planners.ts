import type { GridPlansRow, PairingPlansRow, PairingsRow } from '../tables.ts'
import { forPlace, ID, REGION, table, YEAR } from './words.ts'

const onDuty = { class: 'personal', basis: 'duty' } as const
const personal = { class: 'personal' } as const
const decided = {
  state: ['状态', 'State'],
  progress: ['算到百分之几', 'How far the calculation is'],
  failed: ['上次没有算完', 'The last calculation came to no end'],
  version: ['版本', 'Version'],
  opened_by: ['谁新建', 'Opened by', onDuty],
  opened_at: ['新建时间', 'Opened'],
  proposed_at: ['方案时间', 'Proposed'],
  decided_by: ['谁采用或放弃', 'Accepted or dropped by', onDuty],
  decided_at: ['采用或放弃的时间', 'Accepted or dropped'],
} as const

/** Proposals of the planners, and who looks after whom. */
export const plannerTables = {
  grid_plans: table<GridPlansRow>(
    '网格规划方案：只有地点和数字，不写人',
    'Proposals for grids: areas and figures, nobody',
    { class: 'internal', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      path: ['哪个社区', 'Community'],
      least: ['每个网格至少几户', 'Fewest households of a grid'],
      most: ['每个网格至多几户', 'Most households of a grid'],
      grids: ['方案里的网格和楼栋', 'Grids of the proposal, with their buildings'],
      redraw_id: ['采用后成为哪次网格调整', 'The redraw that it became'],
      ...decided,
    },
  ),
  pairing_plans: table<PairingPlansRow>(
    '结对方案的数字，不写谁和谁',
    'Figures of pairing proposals; who is paired stands in pairings',
    { class: 'internal', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      rule: ['按哪条结对规则', 'Rule of the place'],
      path: ['范围', 'Area'],
      outcome: ['要结对多少、还差多少', 'How many are to be paired, and how many are left'],
      every: ['答应多久联系一次', 'How often they promised to be in touch'],
      told_at: ['什么时候告诉了双方', 'When both sides were told'],
      ...decided,
    },
  ),
  pairings: table<PairingsRow>(
    '结对：谁联系哪一户、哪个人，哪个单位联系哪个社区',
    'Pairs: who looks after which household or person, and which unit which community',
    { class: 'internal', basis: 'duty', retention: { event: 'ended', days: 2 * YEAR } },
    {
      region_id: REGION,
      id: ID,
      plan_id: ['来自哪个方案', 'Plan that it came from'],
      rule: ['按哪条结对规则', 'Rule of the place'],
      path: ['在哪里', 'Where'],
      taker_id: ['谁来联系', 'Who looks after them', personal],
      household_id: ['联系哪一户', 'Household', personal],
      person_id: ['联系谁', 'Person', personal],
      unit_id: ['哪个单位', 'Unit'],
      accepted: ['是否已生效', 'Whether it is in force'],
      from_on: ['从哪天', 'From'],
      to_on: ['到哪天', 'To'],
      declined_by: ['谁表示不结对', 'Who said no', personal],
      declined_at: ['什么时候表示', 'When'],
      is_gone: ['一方已不在而结束', 'Ended because a side was there no more'],
    },
  ),
}
