import type { State, Words } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import sharp from 'sharp'
import type { DeskVerb, Values } from '../../apps/screens/src/rooms/orders/desk/steps/stepTable.ts'
import type { Town } from '../../scenarios/kit/town.ts'

export const UNIT = '禾润物业（示例）'
/** Departments and companies stand below it. */
export const CENTRE = '党群服务365指挥中心'
export const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/'],
  ['陈建国', '志愿者', '/s01/c01/g01/'],
  ['李强', '网格员', '/s01/c01/g01/'],
  ['赵敏', '社区工作者', '/s01/c01/'],
  ['钱芳', '社区工作者', '/s01/c01/'],
  ['孙丽', '审核员', '/s01/'],
  ['周洁', '回访员', '/s01/'],
  ['吴倩', '公开审核员', '/s01/'],
  ['郑伟', '区级管理员', '/'],
  ['冯强', '单位承办人', UNIT],
  ['许静', '单位承办人', CENTRE],
  ['何静', '社区工作者', '/s01/c02/'],
] as const

export type Name = (typeof CAST)[number][0]
/** A step somebody takes: in the browser, or (`api`) as preparation that another row already drives. */
export type Row = {
  readonly who: Name
  readonly verb: DeskVerb
  readonly values: Values
  readonly to: State
  readonly api?: true
  /** The step takes the order to other hands: its person does not see it any more. */
  readonly isGone?: true
  /** Somebody else, whose page lies open on it, does not see it any more. */
  readonly leaves?: Name
  /** The list page from whose row the order is opened; else its address is typed. */
  readonly from?: 'tasks' | 'review' | 'follow-up' | 'publication' | 'dispatch' | 'asks'
  /** Words that the page must now show. */
  readonly says?: Words
  /** What else must now be so. */
  readonly proves?: (order: OrderView, town: Town) => void | Promise<void>
}
export type Journey = {
  readonly name: string
  readonly placed: Values
  readonly by: Name
  readonly rows: readonly Row[]
}

export const photo = {
  name: 'before.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7c59' } })
    .jpeg()
    .toBuffer(),
}
export const row = (
  who: Name,
  verb: DeskVerb,
  to: State,
  values: Values = {},
  more: Partial<Row> = {},
): Row => ({
  who,
  verb,
  to,
  values,
  ...more,
})
export const accept = row('赵敏', 'acceptOrder', 'accepted', {}, { api: true })
export const toUnit = row('赵敏', 'dispatchOrder', 'dispatched', { assignee: UNIT })
export const sign = row('冯强', 'signOrder', 'inProgress')
export const handled: Values = { reply: '到场换好了', resolved: 'solved', contacted: 'phone' }
export const handle = row('冯强', 'handleOrder', 'handled', handled, { api: true })
export const approve = row('孙丽', 'approveHandling', 'followUp', {}, { api: true })
export const refusal: Values = { reason: 'petition', channel: '请到区信访接待大厅，周一到周五都有人' }
export const quiet = { ...toUnit, api: true } as const
export const quietSign = { ...sign, api: true } as const
