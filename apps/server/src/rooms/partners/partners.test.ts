import type { CardView, CheckInRow, MyReporting } from '@linli/contract/partners/shapes'
import pg from 'pg'
import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { plantDuty } from '../../../../../tests/kit/houseDuties.ts'
import { plantUnit } from '../../../../../tests/kit/housePartners.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { defaultTemplate } from './documents/defaultTemplate.ts'
import { partnersRoom } from './index.ts'
import type { PartnerNeeds, PartnerTerms } from './needs.ts'

const AREA = '/s01/c01/'
const source = { document: '测试', mechanism: '测试' }
const ground = { region: 1, path: AREA, community: AREA }

let database: TestDatabase
let admin: pg.Pool
let served: ServedRooms
let office: Actor
let colleague: Actor
let liaison: Actor
let unitId: string
let needsLetter = false

const terms = (): PartnerTerms => ({
  skills: [{ key: 'law', name: { zh: '法律', en: 'Law' } }],
  checkInChoices: [{ key: 'wish', kind: 'chosen', name: { zh: '点亮一个微心愿', en: 'A wish' } }],
  conduct: [
    { key: 'memberServes', party: 'member', measure: 'duties', name: { zh: '值班', en: 'Serve' } },
    { key: 'noRank', party: 'everybody', measure: null, name: { zh: '不排名', en: 'No ranks' } },
    { key: 'unitKeeps', party: 'unit', measure: 'kept', name: { zh: '兑现', en: 'Keep' } },
  ],
  partnerRule: { needsLetter, letterDays: 365, remindDays: 7, source },
  posts: [],
})

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 })
  const { db } = database
  unitId = await plantUnit({ admin }, 1)
  const needs: PartnerNeeds = {
    db,
    terms: async () => terms(),
    units: async () => [{ id: unitId, name: { zh: '区财政局', en: 'Finance bureau' } }],
    areaExists: async (_, path) => path === AREA,
  }
  served = await serveRooms(db, [partnersRoom(needs)])
  office = await served.signIn('受理员', [{ role: 'intake', areaPath: AREA, unitId: null }])
  colleague = await served.signIn('调度员', [{ role: 'dispatcher', areaPath: AREA, unitId: null }])
  liaison = await served.signIn('联络员', [{ role: 'unitHandler', areaPath: null, unitId }])
})
afterAll(async () => {
  await served.close()
  await admin.end()
  await database.close()
})

type Ended = { code?: string; id?: string }
const member = () => served.signIn('王建国')
const body = (more: object = {}) => ({
  id: newId(),
  path: AREA,
  unitId,
  skills: ['law'],
  times: ['saturdays'],
  choices: ['wish'],
  ...more,
})
const reported = async (actor: Actor): Promise<string> => {
  const asked = body()
  expect((await served.send(actor, '/check-ins', asked)).status).toBe(201)
  return asked.id
}
const decide = (by: Actor, id: string, accept = true) =>
  served.send<Ended>(by, `/check-ins/${id}/decision`, { accept })
const accepted = async (actor: Actor): Promise<string> => {
  const id = await reported(actor)
  expect((await decide(office, id)).status).toBe(200)
  return id
}
const mine = async (actor: Actor) => (await served.read<MyReporting>(actor, '/me/reporting')).body
const year = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 4)
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
const drawn = async (checkInId: string): Promise<string> => {
  const id = newId()
  const answer = await served.send<Ended>(office, `/check-ins/${checkInId}/cards`, {
    id,
    fromOn: `${year}-01-01`,
    toOn: today,
  })
  expect(answer.status).toBe(201)
  return id
}
const cardOf = async (actor: Actor): Promise<CardView> => {
  const card = (await mine(actor)).cards[0]
  if (!card) throw new Error('no card')
  return card
}
const textOf = (docx: Buffer): string => new PizZip(docx).file('word/document.xml')?.asText() ?? ''

describe('双报到', () => {
  it('is one community at a time, seen masked by the community and by name by the home unit', async () => {
    const actor = await member()
    const id = await reported(actor)
    const again = await served.send<Ended>(actor, '/check-ins', body())
    expect([again.status, again.body.code]).toEqual([409, 'partners.alreadyReported'])
    const list = await served.read<{ items: CheckInRow[] }>(office, '/check-ins?state=asked&limit=100')
    expect(list.body.items.find((row) => row.id === id)).toMatchObject({
      name: '王**',
      unitName: { zh: '区财政局' },
      skills: [{ zh: '法律' }],
      choices: [{ zh: '点亮一个微心愿' }],
    })
    const unit = await served.read<{ items: CheckInRow[] }>(
      liaison,
      '/check-ins/of-my-unit?kind=member&limit=100',
    )
    expect(unit.body.items.find((row) => row.id === id)?.name).toBe('王建国')
    expect((await served.send(actor, `/check-ins/${id}/ending`)).status).toBe(200)
    await reported(actor)
  })

  it('refuses what the place does not have', async () => {
    const actor = await member()
    const codes = await Promise.all(
      [{ path: '/s09/' }, { unitId: newId() }, { skills: ['flying'] }, { choices: ['none'] }].map(
        async (wrong) => (await served.send<Ended>(actor, '/check-ins', body(wrong))).body.code,
      ),
    )
    expect(codes).toEqual([
      'partners.unknownArea',
      'partners.unknownUnit',
      'partners.unknownKey',
      'partners.unknownKey',
    ])
  })

  it('is accepted once, whoever of the office presses first', async () => {
    const id = await reported(await member())
    const answers = await Promise.all([decide(office, id), decide(colleague, id, false), decide(office, id)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(({ body: { code } }) => code)).toEqual([
      'partners.alreadyDecided',
      'partners.alreadyDecided',
    ])
  })

  it('asks for a letter where the place does', async () => {
    needsLetter = true
    try {
      const id = await reported(await member())
      expect((await decide(office, id)).body.code).toBe('partners.letterMissing')
      const letter = await served.send<Ended>(liaison, `/check-ins/${id}/letter`)
      expect((await decide(office, id)).status).toBe(200)
      expect((await served.send(liaison, `/letters/${letter.body.id}/revocation`)).status).toBe(200)
    } finally {
      needsLetter = false
    }
  })

  it('takes a unit by its own liaison, and leaves a member alone by theirs', async () => {
    const unit = { id: newId(), unitId, path: AREA, skills: ['law'], brings: '会议室、法律咨询' }
    expect((await served.send(liaison, '/check-ins/units', unit)).status).toBe(201)
    const stranger = await served.signIn('外人', [
      { role: 'unitHandler', areaPath: null, unitId: await plantUnit({ admin }, 1) },
    ])
    expect((await served.send(stranger, '/check-ins/units', { ...unit, id: newId() })).status).toBe(403)
    const id = await reported(await member())
    expect((await served.send(liaison, `/check-ins/${id}/ending`)).status).toBe(403)
    expect((await served.send(stranger, `/check-ins/${id}/letter`)).status).toBe(404)
  })
})

describe('介绍信', () => {
  it('never has the same number twice, however many are issued at once', async () => {
    const checkIns = await Promise.all(Array.from({ length: 8 }, async () => reported(await member())))
    const issued = await Promise.all(
      checkIns.map((id) => served.send<Ended>(liaison, `/check-ins/${id}/letter`)),
    )
    expect(issued.map(({ status }) => status)).toEqual(Array(8).fill(201))
    const { rows } = await admin.query<{ number: string }>(
      'select number from letters where check_in_id = any ($1)',
      [checkIns],
    )
    expect(new Set(rows.map(({ number }) => number)).size).toBe(8)
    expect(rows[0]?.number).toMatch(/^介〔\d{4}〕\d{5}号$/)
    const twice = await served.send<Ended>(liaison, `/check-ins/${checkIns[0]}/letter`)
    expect([twice.status, twice.body.code]).toEqual([409, 'partners.letterThere'])
  })

  it('is handed out as docx and PDF, and its public page names nobody', async () => {
    const actor = await member()
    const id = await reported(actor)
    const { body: letter } = await served.send<Ended>(liaison, `/check-ins/${id}/letter`)
    const row = (await mine(actor)).checkIn?.letter
    const docx = await served.read(actor, `/letters/${letter.id}/file?form=docx`)
    expect(textOf(docx.bytes)).toContain('王建国')
    expect(textOf(docx.bytes)).toContain(`/letters/${row?.slug}`)
    const pdf = await served.read(liaison, `/letters/${letter.id}/file?form=pdf`)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await served.read(office, `/letters/${letter.id}/file?form=pdf`)).status).toBe(403)
    expect((await served.read(undefined, `/letters/at/${row?.slug}`)).body).toEqual({
      number: row?.number,
      unitName: { zh: '区财政局', en: 'Finance bureau' },
      issuedOn: today,
      validUntil: row?.validUntil,
      state: 'valid',
    })
    await served.send(liaison, `/letters/${letter.id}/revocation`)
    expect((await served.read(undefined, `/letters/at/${row?.slug}`)).body).toMatchObject({
      state: 'revoked',
    })
  })
})

describe('反馈卡', () => {
  it('shows the facts to the member first, and goes to the unit only with the member’s yes', async () => {
    const actor = await member()
    const checkInId = await accepted(actor)
    const duty = await plantDuty({ admin }, ground, actor.personId, { hours: -3, minutes: 120 })
    await admin.query(
      'update duties set confirmed_minutes = 115, confirmed_by = $2, confirmed_at = now() where id = $1',
      [duty.id, office.personId],
    )
    await plantDuty({ admin }, ground, actor.personId, { hours: -20, minutes: 60 }) // whose hours nobody confirmed
    const id = await drawn(checkInId)
    const card = await cardOf(actor)
    expect(card).toMatchObject({
      id,
      state: 'drawn',
      facts: { orders: 0, duties: 1, dutyMinutes: 115 },
      version: 1,
    })

    const send = (version: number) => served.send<Ended>(office, `/feedback-cards/${id}/sending`, { version })
    const received = async () =>
      (
        await served.read<{ items: CardView[] }>(liaison, '/feedback-cards/of-my-unit?limit=100')
      ).body.items.filter((row) => row.id === id)
    const answer = (agrees: boolean, version: number) =>
      served.send<Ended>(actor, `/feedback-cards/${id}/answer`, { version, agrees, words: '还少一班' })
    expect((await send(1)).body.code).toBe('partners.noConsent')
    expect((await answer(false, 1)).status).toBe(200)
    expect((await send(2)).body.code).toBe('partners.noConsent')
    expect(await received()).toEqual([])
    expect((await served.read(liaison, `/feedback-cards/${id}/file?form=docx`)).status).toBe(404)

    expect((await answer(true, 2)).status).toBe(200)
    expect((await send(2)).body.code).toBe('partners.cardMoved')
    expect((await send(3)).status).toBe(200)
    expect(await received()).toMatchObject([{ name: '王建国', answer: '还少一班', state: 'sent' }])
    const docx = await served.read(liaison, `/feedback-cards/${id}/file?form=docx`)
    expect(textOf(docx.bytes)).toContain('1 小时 55 分钟')

    expect((await answer(false, 4)).status).toBe(200)
    expect(await received()).toEqual([])
    expect((await served.read(liaison, `/feedback-cards/${id}/file?form=pdf`)).status).toBe(404)
  })

  it('cannot be answered by another, nor drawn for days to come', async () => {
    const actor = await member()
    const checkInId = await accepted(actor)
    const id = await drawn(checkInId)
    const other = await served.send(await member(), `/feedback-cards/${id}/answer`, {
      version: 1,
      agrees: true,
    })
    expect(other.status).toBe(404)
    const ahead = await served.send<Ended>(office, `/check-ins/${checkInId}/cards`, {
      id: newId(),
      fromOn: today,
      toOn: '2999-01-01',
    })
    expect(ahead.body.code).toBe('partners.daysTurned')
  })

  it('and one’s own lists count what the house knows and nothing else', async () => {
    const actor = await member()
    await accepted(actor)
    expect((await mine(actor)).lists).toMatchObject([
      { key: 'memberServes', done: 0 },
      { key: 'noRank', done: null },
    ])
  })
})

describe('a template of the place', () => {
  let wide: Actor
  beforeAll(async () => {
    wide = await served.signIn('管理员', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  })
  const upload = (kind: string, bytes: Buffer) =>
    served.upload<Ended & { errors?: { message: string }[] }>(wide, `/partner-templates/${kind}`, {
      name: '模板.docx',
      bytes,
    })
  const changed = async (change: (zip: PizZip) => void): Promise<Buffer> => {
    const zip = new PizZip(await defaultTemplate('letter'))
    change(zip)
    return zip.generate({ type: 'nodebuffer' })
  }
  const rewritten = (from: string, to: string) =>
    changed((zip) =>
      zip.file('word/document.xml', (zip.file('word/document.xml')?.asText() ?? '').replace(from, to)),
    )

  it('is used once it is checked', async () => {
    expect((await upload('letter', await rewritten('请予接洽', '请接待'))).status).toBe(201)
    const actor = await member()
    const id = await reported(actor)
    const { body: letter } = await served.send<Ended>(liaison, `/check-ins/${id}/letter`)
    const docx = await served.read(actor, `/letters/${letter.id}/file?form=docx`)
    expect(textOf(docx.bytes)).toContain('请接待')
    const list = await served.read<{ items: { kind: string; isOwn: boolean }[] }>(wide, '/partner-templates')
    expect(list.body.items).toMatchObject([
      { kind: 'letter', isOwn: true },
      { kind: 'card', isOwn: false },
      { kind: 'report', isOwn: false },
    ])
  })

  it('is refused with a sentence when it lacks a field, names an unknown one, holds a macro, or reaches out', async () => {
    const relations = 'word/_rels/document.xml.rels'
    const wrong: [Buffer, string][] = [
      [await rewritten('{姓名}', '某某'), '{姓名}'],
      [await rewritten('请予接洽', '{身份证号}'), '{身份证号}'],
      [await rewritten('请予接洽', '{#姓名}{/姓名}'), '循环'],
      [await rewritten('请予接洽', '{姓名'), '成对'],
      [await changed((zip) => void zip.file('word/vbaProject.bin', 'x')), '宏'],
      [
        await changed(
          (zip) =>
            void zip.file(
              relations,
              (zip.file(relations)?.asText() ?? '').replace(
                '</Relationships>',
                '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.invalid/x.dotm" TargetMode="External"/></Relationships>',
              ),
            ),
        ),
        '外部',
      ],
      [Buffer.from('not a zip'), '另存为 .docx'],
    ]
    for (const [bytes, sentence] of wrong) {
      const answer = await upload('letter', bytes)
      expect(answer.status).toBe(422)
      expect(answer.body.errors?.[0]?.message).toContain(sentence)
    }
  })
})
