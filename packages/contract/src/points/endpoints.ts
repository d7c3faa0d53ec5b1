import { endpoints } from '../endpoint.ts'
import { redemptionEndpoints } from './redemptionEndpoints.ts'
import * as shapes from './shapes.ts'

export const pointsEndpoints = endpoints({
  myPoints: {
    kind: 'read',
    method: 'GET',
    path: '/me/points',
    summary: { zh: '我的积分', en: 'My points' },
    query: shapes.MyPointsQuery,
    response: shapes.MyPoints,
  },
  optInToPoints: {
    kind: 'command',
    method: 'POST',
    path: '/me/points/opt-in',
    summary: { zh: '参加积分', en: 'Take part in points' },
    response: shapes.OptIn,
  },
  optOutOfPoints: {
    kind: 'command',
    method: 'POST',
    path: '/me/points/opt-out',
    summary: { zh: '不再参加积分', en: 'Stop taking part in points' },
    response: shapes.OptIn,
  },
  listLedger: {
    kind: 'read',
    method: 'GET',
    path: '/points/entries',
    summary: { zh: '积分账', en: 'The ledger' },
    query: shapes.LedgerQuery,
    response: shapes.LedgerPage,
  },
  listAccounts: {
    kind: 'read',
    method: 'GET',
    path: '/points/accounts',
    summary: { zh: '积分账户', en: 'Accounts of points' },
    query: shapes.AccountsQuery,
    response: shapes.AccountPage,
  },
  pointsRules: {
    kind: 'read',
    method: 'GET',
    path: '/points/rules',
    summary: { zh: '积分规则', en: 'Rules of points' },
    response: shapes.PointsRuleList,
  },
  getProof: {
    kind: 'read',
    method: 'GET',
    path: '/points/proofs/:month',
    summary: { zh: '月末核对', en: 'Month-end proof' },
    params: shapes.ProofParams,
    response: shapes.PointsProof,
  },
  correctEntry: {
    kind: 'command',
    method: 'POST',
    path: '/points/entries/:id/corrections',
    summary: { zh: '更正分录', en: 'Correct an entry' },
    params: shapes.EntryParams,
    body: shapes.CorrectEntryBody,
    response: shapes.CorrectionResult,
    status: 201,
  },
  ...redemptionEndpoints,
})
