import type { ReportView, UnitWaiting } from '@linli/contract/partners/reportShapes'
import pg from 'pg'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import {
  plantAgreement,
  plantCard,
  plantCheckIn,
  plantUnit,
} from '../../../../../../tests/kit/housePartners.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { partnersRoom, reportsRoom } from '../index.ts'
import type { PartnerNeeds } from '../needs.ts'

const AREA = '/s01/c01/'
const ground = { region: 1, path: AREA, community: AREA }
const source = { document: '测试', mechanism: '测试' }

let database: TestDatabase
let admin: pg.Pool
let served: ServedRooms
let office: Actor
let liaison: Actor
let stranger: Actor
let unitId: string

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 })
  unitId = await plantUnit({ admin }, 1)
  const needs: PartnerNeeds = {
    db: database.db,
    terms: async () => ({
      skills: [],
      checkInChoices: [],
      conduct: [],
      partnerRule: { needsLetter: false, letterDays: 365, remindDays: 7, source },
      posts: [],
    }),
    units: async () => [],
    areaExists: async () => true,
  }
  served = await serveRooms(database.db, [partnersRoom(needs), reportsRoom(needs)])
  office = await served.signIn('受理员', [{ role: 'intake', areaPath: AREA, unitId: null }])
  liaison = await served.signIn('联络员', [{ role: 'unitHandler', areaPath: null, unitId }])
  await admin.query(
    `insert into grants (region_id, id, account_id, role, unit_id, from_at) values (1, gen_random_uuid(), $1, 'unitHandler', $2, now())`,
    [liaison.accountId, unitId],
  )
  const other = await plantUnit({ admin }, 1)
  stranger = await served.signIn('别家', [{ role: 'unitHandler', areaPath: null, unitId: other }])
})
afterAll(async () => {
  await served.close()
  await admin.end()
  await database.close()
})

const day = (back: number): string =>
  new Date(Date.now() + 8 * 3600_000 - back * 86_400_000).toISOString().slice(0, 10)
const draw = (checkIn: string, by = office) =>
  served.send<{ id: string; code: string }>(by, `/check-ins/${checkIn}/reports`, {
    id: newId(),
    fromOn: day(60),
    toOn: day(0),
  })
const unitOwn = async () =>
  (await served.read<{ items: ReportView[] }>(liaison, '/unit-reports/of-my-unit')).body.items
const waiting = async (who: Actor) => (await served.read<UnitWaiting>(who, '/me/unit-waiting')).body
const file = (who: Actor, id: string, form = 'docx') =>
  served.read<{ code: string }>(who, `/unit-reports/${id}/file?form=${form}`)
const textOf = (docx: Buffer): string => new PizZip(docx).file('word/document.xml')?.asText() ?? ''
const accepted = (personId?: string): Promise<string> =>
  plantCheckIn({ admin }, ground, { unitId, state: 'accepted', ...(personId ? { personId } : {}) })

it('is made of cards that were sent with a yes and of promises kept, and the unit sees it first', async () => {
  const checkInId = await accepted()
  const [one, other] = [await served.signIn('王建国'), await served.signIn('李梅')]
  const cards = [
    await plantCard(
      { admin },
      ground,
      { unitId, personId: one.personId, checkInId: await accepted(one.personId) },
      'sent',
    ),
    await plantCard(
      { admin },
      ground,
      { unitId, personId: other.personId, checkInId: await accepted(other.personId) },
      'agreed',
    ),
  ]
  const { task } = await plantAgreement({ admin }, ground, { unitId })
  await admin.query(`update agreement_promises set state = 'kept', kept_at = now() where id = $1`, [task])

  expect((await draw(checkInId, stranger)).status).toBe(403)
  const { status, body } = await draw(checkInId)
  expect(status).toBe(201)
  const [report] = await unitOwn()
  expect(report).toMatchObject({
    id: body.id,
    state: 'drawn',
    // The second member's card was not sent, so nothing of it is here.
    facts: { members: 2, cards: 1, orders: 2, duties: 1, dutyMinutes: 240, kept: 1, paidFen: 0 },
  })
  const list = await served.read<{ items: ReportView[] }>(office, '/unit-reports?limit=100')
  expect(list.body.items).toEqual([report])
  expect(report?.number).toMatch(/^报〔\d{4}〕\d{5}号$/)
  const { rows } = await admin.query<{ payload: { people: string[] } }>(
    `select payload from outbox where topic = 'partners.reportDrawn.1' and payload->>'id' = $1`,
    [body.id],
  )
  expect(rows.map(({ payload }) => payload.people)).toEqual([[liaison.personId]])

  expect((await file(office, body.id)).body.code).toBe('partners.notAnswered')
  expect((await file(stranger, body.id)).status).toBe(404)
  expect(
    (await served.read<{ items: ReportView[] }>(stranger, '/unit-reports/of-my-unit')).body.items,
  ).toEqual([])
  const answer = (version: number, by = liaison) =>
    served.send<{ code: string }>(by, `/unit-reports/${body.id}/answer`, { version, words: '下月再来义诊' })
  expect((await answer(1, office)).status).toBe(403)
  const answers = await Promise.all([answer(1), answer(1)])
  expect(answers.map(({ status: code }) => code).toSorted((a, b) => a - b)).toEqual([200, 409])
  const docx = textOf((await file(office, body.id)).bytes)
  for (const words of ['下月再来义诊', '2 张', '4 小时', '1 项']) expect(docx).toContain(words)
  expect(docx).not.toContain('王建国')
  expect((await file(liaison, body.id, 'pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-')

  // A card that is taken back leaves the report, too.
  await served.send(one, `/feedback-cards/${cards[0]}/answer`, { version: 1, agrees: false })
  expect((await unitOwn())[0]?.facts).toMatchObject({ cards: 0, orders: 0, dutyMinutes: 0 })
})

it('counts no day of a member twice', async () => {
  const checkInId = await accepted()
  const member = await served.signIn('赵强')
  const bearer = { unitId, personId: member.personId, checkInId: await accepted(member.personId) }
  const { body } = await draw(checkInId)
  const facts = async () => (await unitOwn()).find(({ id }) => id === body.id)?.facts
  const before = await facts()
  for (let times = 0; times < 2; times += 1) await plantCard({ admin }, ground, bearer, 'sent')
  expect((await facts())?.orders).toBe((before?.orders ?? 0) + 2)
  expect((await facts())?.cards).toBe((before?.cards ?? 0) + 1)
})

it('counts the first and the last of three cards in a chain: the middle one alone meets both', async () => {
  const checkInId = await accepted()
  const { body } = await draw(checkInId)
  const facts = async () => (await unitOwn()).find(({ id }) => id === body.id)?.facts
  const before = await facts()
  // Two members with the same chain: what one was sent for keeps nothing of the other's out.
  for (const name of ['钱进', '吴勇']) {
    const member = await served.signIn(name)
    const bearer = { unitId, personId: member.personId, checkInId: await accepted(member.personId) }
    for (const [from, to, orders] of [
      [45, 32, 1],
      [35, 20, 10],
      [22, 5, 100],
    ] as const)
      await admin.query(
        `update feedback_cards set from_on = $2, to_on = $3, orders = $4, drawn_at = now() - make_interval(days => $5) where id = $1`,
        [await plantCard({ admin }, ground, bearer, 'sent'), day(from), day(to), orders, to],
      )
  }
  expect((await facts())?.cards).toBe((before?.cards ?? 0) + 4)
  expect((await facts())?.orders).toBe((before?.orders ?? 0) + 202)
})

it('tells a liaison what waits for their unit, and nobody else', async () => {
  const before = await waiting(liaison)
  await draw(await accepted())
  await plantCheckIn({ admin }, ground, { unitId, personId: (await served.signIn('新来的')).personId })
  await plantAgreement({ admin }, ground, { unitId, state: 'proposed', proposed: 'community' })
  expect(await waiting(liaison)).toEqual({
    ...before,
    reports: before.reports + 1,
    letters: before.letters + 1,
    agreements: before.agreements + 1,
  })
  expect(await waiting(stranger)).toEqual({ reports: 0, letters: 0, lists: 0, agreements: 0, promises: 0 })
})

it('refuses a unit that was not accepted, a member, and days that are not over', async () => {
  const asked = await plantCheckIn({ admin }, ground, { unitId })
  expect((await draw(asked)).body.code).toBe('partners.notOpen')
  const member = await accepted((await served.signIn('孙亮')).personId)
  expect((await draw(member)).status).toBe(404)
  const late = { id: newId(), fromOn: day(3), toOn: day(-3) }
  const { body } = await served.send<{ code: string }>(office, `/check-ins/${await accepted()}/reports`, late)
  expect(body.code).toBe('partners.daysTurned')
})
