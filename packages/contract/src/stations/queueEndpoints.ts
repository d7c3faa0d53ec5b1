import { type Endpoint, endpoints } from '../endpoint.ts'
import type { TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './queueShapes.ts'
import { StationIdParams, StationParams } from './shapes.ts'

const read = <const P extends Endpoint['path'], R extends TSchema>(path: P, summary: Words, response: R) =>
  ({ kind: 'read', method: 'GET', path, summary, response }) as const
const command = <const P extends Endpoint['path'], R extends TSchema, B extends TSchema, A extends TSchema>(
  path: P,
  summary: Words,
  params: R,
  body: B,
  response: A,
) => ({ kind: 'command', method: 'POST', path, summary, params, body, response }) as const

/** 取号: numbers of a station's queue, for one day each. */
export const queueEndpoints = endpoints({
  getQueue: {
    ...read('/stations/at/:slug/queue', { zh: '叫号屏', en: 'Numbers that are called' }, shapes.QueueView),
    params: StationParams,
  },
  takeNumber: command(
    '/stations/:id/numbers',
    { zh: '取号', en: 'Take a number' },
    StationIdParams,
    shapes.TakeNumberBody,
    shapes.NumberResult,
  ),
  takeNumberAtCounter: command(
    '/stations/:id/numbers/at-counter',
    { zh: '给来的人取号', en: 'Take a number for somebody at the counter' },
    StationIdParams,
    shapes.TakeNumberBody,
    shapes.NumberResult,
  ),
  listNumbers: {
    ...read('/stations/:id/numbers', { zh: '今天的号', en: "Today's numbers" }, shapes.NumberList),
    params: StationIdParams,
  },
  callNext: command(
    '/stations/:id/numbers/next',
    { zh: '叫下一个', en: 'Call the next' },
    StationIdParams,
    shapes.CallBody,
    shapes.CalledResult,
  ),
  callAgain: command(
    '/numbers/:id/again',
    { zh: '再叫一次', en: 'Call again' },
    shapes.NumberParams,
    shapes.CallBody,
    shapes.NumberResult,
  ),
  endNumber: {
    kind: 'command',
    method: 'POST',
    path: '/numbers/:id/end',
    summary: { zh: '办完了，或者不等了', en: 'Done, or not waiting any more' },
    params: shapes.NumberParams,
    response: shapes.NumberResult,
  },
  myNumbers: read('/numbers/mine', { zh: '我的号', en: 'My numbers' }, shapes.MyNumbers),
})

/** 借用: what a station lends, piece by piece. */
export const lendingEndpoints = endpoints({
  addLendable: {
    ...command(
      '/stations/:id/lendables',
      { zh: '添加可借的东西', en: 'Add something to lend' },
      StationIdParams,
      shapes.AddLendableBody,
      shapes.LendableResult,
    ),
    status: 201,
  },
  closeLendable: {
    kind: 'command',
    method: 'POST',
    path: '/lendables/:id/closing',
    summary: { zh: '停止出借', en: 'Stop lending' },
    params: shapes.LendableParams,
    response: shapes.LendableResult,
  },
  lend: {
    ...command(
      '/lendables/:id/loans',
      { zh: '借出', en: 'Lend' },
      shapes.LendableParams,
      shapes.LendBody,
      shapes.LoanResult,
    ),
    status: 201,
  },
  takeBack: {
    kind: 'command',
    method: 'POST',
    path: '/loans/:id/return',
    summary: { zh: '归还', en: 'Take back' },
    params: shapes.LoanParams,
    response: shapes.LendableResult,
  },
  getLending: {
    ...read('/stations/:id/lending', { zh: '借用情况', en: 'What is lent' }, shapes.LendingView),
    params: StationIdParams,
  },
  myLoans: read('/loans/mine', { zh: '我借的东西', en: 'What I borrowed' }, shapes.MyLoans),
})
