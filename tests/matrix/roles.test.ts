import type { Who } from '@linli/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../kit/house.ts'

// The matrix judges answers by the policy's own rows, so a row too many would be judged right. Of every operation that
// tells of residents, or shows a number in clear, it is said here a second time who may use it: by hand, from the domain's
// tables of roles. Whoever widens a row says it twice.

const desk = 'intake dispatcher reviewer caller publisher regionAdmin'
const doers = 'helper gridWorker unitHandler'
const inScope = (roles: string): string[] => roles.split(' ').map((role) => `${role} inScope`)
const assigned = doers.split(' ').map((role) => `${role} assigned`)
const any = (roles: string): string[] => roles.split(' ').map((role) => `${role} any`)
const own = ['resident own']

const WHO: { readonly [operation: string]: readonly string[] } = {
  getOrder: [...own, ...assigned, 'unitHandler called', ...inScope(`${desk} gridWorker auditor`)],
  listOrders: inScope(`${desk} gridWorker auditor`),
  listMyTasks: any(doers),
  listClaims: any('helper gridWorker'),
  listCandidates: inScope('dispatcher'),
  getOffer: inScope('dispatcher regionAdmin'),
  proposeOffers: any('dispatcher'),
  findCaller: any('intake caller'),
  revealContact: [...inScope('intake dispatcher caller regionAdmin'), ...assigned],
  listPeople: inScope('gridWorker intake dispatcher regionAdmin'),
  findPersonByPhone: any('intake dispatcher regionAdmin'),
  getPerson: [...own, ...inScope('gridWorker intake dispatcher regionAdmin')],
  revealPhone: inScope('intake dispatcher caller regionAdmin'),
  registerPerson: inScope('regionAdmin intake'),
  changePerson: inScope('regionAdmin'),
  listHelpers: inScope('dispatcher regionAdmin'),
  listHouseholds: inScope('gridWorker intake dispatcher regionAdmin'),
}

/** What somebody keeps for themselves of a list. */
const OWN_VIEWS = ['saveView', 'removeView', 'chooseColumns', 'exportLedger']

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const rowsOf = (id: string): string[] => {
  const authz = house.operations.find((operation) => operation.id === id)?.['x-authz']
  if (!authz) throw new Error(`no operation ${id}`)
  const { access, rows } = authz
  return Array.isArray(rows) ? rows.map(({ role, relation }: Who) => `${role} ${relation}`) : [access]
}

test.each(Object.entries(WHO))('%s is for those whom the domain names, and nobody else', (id, rows) => {
  expect(rowsOf(id).sort()).toEqual([...rows].sort())
})

test('who leads sees figures and nobody’s household; who audits changes nothing', () => {
  const withRole = (role: string) =>
    house.operations.filter(({ id }) => rowsOf(id).some((row) => row.startsWith(`${role} `)))
  const led = withRole('leader').map(({ id }) => id)
  expect(led.sort()).toEqual([
    'campaignProgress',
    'circleGaps',
    'countOrders',
    'exportFigures',
    'getCoverage',
    'getFigures',
    'getMapSettings',
    'getServiceLists',
    'listCampaigns',
    'retiredLedgers',
  ])
  const changed = withRole('auditor').filter(({ 'x-kind': kind }) => kind !== 'read')
  expect(changed.map(({ id }) => id).filter((id) => !OWN_VIEWS.includes(id))).toEqual([])
})
