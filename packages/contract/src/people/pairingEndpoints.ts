import { type Endpoint, endpoints } from '../endpoint.ts'
import type { TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './pairingShapes.ts'

const command = <const P extends Endpoint['path'], R extends TSchema, B extends TSchema, A extends TSchema>(
  path: P,
  summary: Words,
  params: R,
  body: B,
  response: A,
) => ({ kind: 'command', method: 'POST', path, summary, params, body, response }) as const
const read = { kind: 'read', method: 'GET' } as const
const plan = { params: shapes.PairingPlanParams } as const

/** 结对: who is paired with whom, proposed by a planner, accepted by a person, and declined by whoever is paired. */
export const pairingEndpoints = endpoints({
  pairingCoverage: {
    ...read,
    path: '/pairings/coverage',
    summary: { zh: '结对覆盖', en: 'What pairing can reach' },
    query: shapes.CoverageQuery,
    response: shapes.Coverage,
  },
  listPairingPlans: {
    ...read,
    path: '/pairing-plans',
    summary: { zh: '结对方案', en: 'Plans of pairs' },
    query: shapes.PairingPlansQuery,
    response: shapes.PairingPlanPage,
  },
  getPairingPlan: {
    ...read,
    ...plan,
    path: '/pairing-plans/:id',
    summary: { zh: '一份结对方案', en: 'One plan of pairs' },
    response: shapes.PairingPlanRow,
  },
  listPairs: {
    ...read,
    ...plan,
    path: '/pairing-plans/:id/pairs',
    summary: { zh: '方案里的结对', en: 'The pairs of a plan' },
    query: shapes.PairsQuery,
    response: shapes.PairPage,
  },
  openPairingPlan: {
    kind: 'command',
    method: 'POST',
    path: '/pairing-plans',
    summary: { zh: '安排结对', en: 'Plan pairs' },
    body: shapes.OpenPairingPlanBody,
    response: shapes.PairingPlanResult,
    status: 201,
  },
  movePair: command(
    '/pairings/:id/move',
    { zh: '改由别人联系', en: 'Give a pair to another taker' },
    shapes.PairParams,
    shapes.MovePairBody,
    shapes.PairResult,
  ),
  acceptPairingPlan: command(
    '/pairing-plans/:id/accept',
    { zh: '采用结对方案', en: 'Accept a plan of pairs' },
    shapes.PairingPlanParams,
    shapes.PairingVersionBody,
    shapes.PairingPlanResult,
  ),
  dropPairingPlan: command(
    '/pairing-plans/:id/drop',
    { zh: '放弃结对方案', en: 'Drop a plan of pairs' },
    shapes.PairingPlanParams,
    shapes.PairingVersionBody,
    shapes.PairingPlanResult,
  ),
  myPairings: {
    ...read,
    path: '/pairings/mine',
    summary: { zh: '我的结对', en: 'Whom I am paired with' },
    response: shapes.MyPairings,
  },
  declinePairing: {
    kind: 'command',
    method: 'POST',
    path: '/pairings/:id/decline',
    summary: { zh: '不结对', en: 'Say no to a pair' },
    params: shapes.PairParams,
    response: shapes.PairResult,
  },
})
