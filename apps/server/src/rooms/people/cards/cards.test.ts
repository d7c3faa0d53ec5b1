import type { CardView, MyCard, TagsView } from '@linli/contract/cards/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor, Grant } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../../kernel/ids.ts'
import { installPreset } from '../../places/index.ts'
import { cardsRoom } from './room.ts'

const crypto = softwareProvider(Buffer.alloc(32, 7))
const HOME = '/s1/c1/g1/b3/'
const TAG_CANARY = '上楼要搀扶'
const WHY_CANARY = '每周上门看看'
let database: TestDatabase
let house: ServedRooms
let admin: pg.Client
let worker: Actor
let office: Actor
let desk: Actor
let far: Actor
let granny: Actor
let son: Actor
let household: string
const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })

beforeAll(async () => {
  database = await testDatabase()
  await installPreset(database.db, 1, PRESETS.xihu)
  house = await serveRooms(database.db, [cardsRoom({ db: database.db, crypto })])
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  worker = await house.signIn('吴网格', [grant('gridWorker', '/s1/c1/g1/')])
  office = await house.signIn('郑伟', [grant('regionAdmin', '/')])
  desk = await house.signIn('赵敏', [grant('intake', '/s1/c1/')])
  far = await house.signIn('钱远', [grant('gridWorker', '/s1/c1/g10/')])
  granny = await house.signIn('林桂英')
  son = await house.signIn('林小明')
  await admin.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, 'gridWorker', '/s1/c1/g1/', current_date)`,
    [newId(), worker.personId],
  )
})
afterAll(async () => {
  await house.close()
  await admin.end()
  await database.close()
})

async function settle(...people: Actor[]): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values (1, $1, $2, $3, 'x', $4, now())`,
    [id, HOME, id.slice(-4), Buffer.from(id)],
  )
  for (const { personId } of people)
    await admin.query(
      `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, $1, $2, $3, now() - interval '1 day')`,
      [newId(), id, personId],
    )
  return id
}
const at = (path = '') => `/households/${household}/card${path}`
const open = (actor: Actor) => house.send<CardView>(actor, at('/open'), { reason: 'visit' })
const tagsOf = (actor: Actor) => house.send<TagsView>(actor, at('/tags/open'), { reason: 'visit' })
const mine = async (actor: Actor): Promise<MyCard | null> =>
  (await house.read<{ card: MyCard | null }>(actor, '/me/card')).body.card
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const ask = (more: object = {}) =>
  house.send<{ id: string; code: string }>(worker, at('/consents'), {
    personId: granny.personId,
    kind: 'livesAlone',
    why: WHY_CANARY,
    until: inDays(100),
    way: 'phone',
    ...more,
  })
/** Everything the database holds of the cards, in clear where it stands in clear. */
async function stored(): Promise<string> {
  const parts = await Promise.all(
    [
      'household_cards',
      'card_members',
      'card_consents',
      'card_tags',
      'card_referrals',
      'audit_entries',
      'commands',
      'outbox',
    ].map((table) => admin.query(`select * from ${table}`)),
  )
  return JSON.stringify(parts.map(({ rows }) => rows))
}

describe('opening', () => {
  it('needs a reason, is for whoever answers for the place, and is recorded with the reason before anything is told', async () => {
    household = await settle(granny, son)
    expect((await house.send(worker, at('/open'), {})).status).toBe(400)
    expect((await house.send(worker, at('/open'), { reason: 'curiosity' })).status).toBe(400)
    for (const actor of [far, granny]) expect((await open(actor)).status).toBe(403)
    const { status, body } = await open(worker)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 0,
      purpose: null,
      tenure: null,
      visiting: null,
      mayOpenTags: true,
      mayChange: true,
    })
    expect(body.members.map(({ name }) => name).sort()).toEqual(['林小明', '林桂英'])
    const { rows } = await admin.query(
      `select person_id, action, reason from audit_entries where subject_id = $1 and not facts ? 'refused'`,
      [household],
    )
    expect(rows).toEqual([{ person_id: worker.personId, action: 'openCard', reason: '走访上门' }])
  })

  it('masks field by field: who takes calls reads masked names, no notes and no tags', async () => {
    const { body } = await open(desk)
    expect(body.members.map(({ name, phone }) => [name, phone])).toEqual([
      ['林**', null],
      ['林**', null],
    ])
    expect(body).toMatchObject({ mayOpenTags: false, mayChange: false })
    expect((await tagsOf(desk)).status).toBe(403)
    expect((await tagsOf(far)).status).toBe(403)
  })

  it('answers the household of another region like one that is not there', async () => {
    const stranger = await house.signIn('外区', [grant('gridWorker', '/')], 2)
    expect((await open(stranger)).body).toMatchObject({ code: 'kernel.notFound' })
  })
})

describe('changing', () => {
  it('counts versions; a change made on an older one is a conflict that anybody sees, and changes nothing', async () => {
    const first = await house.send(worker, at(), { version: 0, purpose: 'contact', tenure: 'own' })
    expect(first.body).toEqual({ id: household, version: 1 })
    const both = await Promise.all([
      house.send<{ code?: string }>(worker, at(), { version: 1, tenure: 'rent' }),
      house.send<{ code?: string }>(office, at(), { version: 1, tenure: 'other' }),
    ])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const won = both[0].status === 200 ? 'rent' : 'other'
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'cards.changed' })
    expect((await open(worker)).body).toMatchObject({ version: 2, tenure: won, purpose: 'contact' })
    expect((await house.send(worker, at(), { version: 0, tenure: 'own' })).status).toBe(409)
  })

  it('writes how members stand to one another; a guardian is a grown member of the household', async () => {
    const ties = (son_: object) => [
      { personId: granny.personId, tie: 'head' },
      { personId: son.personId, tie: 'grandchild', ...son_ },
    ]
    const change = (members: object[]) => house.send<{ code: string }>(worker, at(), { version: 2, members })
    for (const wrong of [
      { guardianId: granny.personId },
      { guardianId: son.personId, minorUntil: inDays(400) },
      { guardianId: newId(), minorUntil: inDays(400) },
    ])
      expect((await change(ties(wrong))).body.code).toBe('cards.guardianWrong')
    expect((await change([{ personId: newId(), tie: 'other' }])).body.code).toBe('cards.notMember')
    const done = await change(ties({ guardianId: granny.personId, minorUntil: inDays(200) }))
    expect(done.status).toBe(200)
    expect((await open(worker)).body.members.find(({ personId }) => personId === son.personId)).toMatchObject(
      {
        tie: 'grandchild',
        guardianId: granny.personId,
        minorUntil: inDays(200),
      },
    )
  })
})

describe('separate consent', () => {
  it('is asked for one thing with why and until when; without it nothing is noted', async () => {
    expect((await ask({ until: inDays(0) })).body.code).toBe('cards.untilWrong')
    expect((await ask({ until: inDays(400) })).body.code).toBe('cards.untilWrong')
    expect((await ask({ personId: newId() })).body.code).toBe('cards.notMember')
    expect(
      (
        await house.send(far, at('/consents'), {
          personId: granny.personId,
          kind: 'livesAlone',
          why: '看看',
          until: inDays(9),
          way: 'paper',
        })
      ).status,
    ).toBe(403)
    const { body } = await ask()
    const note = () =>
      house.send<{ id: string; code: string }>(worker, at('/tags'), { consentId: body.id, help: TAG_CANARY })
    expect((await note()).body.code).toBe('cards.noConsent')
    expect((await house.send(son, `/me/card/consents/${body.id}/answer`, { given: true })).status).toBe(404)
    expect((await mine(granny))?.consents).toMatchObject([
      { id: body.id, state: 'waiting', kind: 'livesAlone', why: WHY_CANARY, askedBy: { zh: '网格员' } },
    ])
    expect((await house.send(granny, `/me/card/consents/${body.id}/answer`, { given: true })).status).toBe(
      200,
    )
    expect((await house.send(granny, `/me/card/consents/${body.id}/answer`, { given: false })).status).toBe(
      409,
    )
    expect((await note()).status).toBe(201)
    expect((await note()).body.code).toBe('cards.tagged')
    const { tags } = (await tagsOf(worker)).body
    expect(tags).toMatchObject([
      { kind: 'livesAlone', help: TAG_CANARY, why: WHY_CANARY, until: inDays(100), personName: '林桂英' },
    ])
  })

  it('keeps kind, why and words encrypted, and out of the audit, the kept answers and the events', async () => {
    const everything = await stored()
    for (const words of [TAG_CANARY, WHY_CANARY, 'livesAlone', '独居'])
      expect(everything).not.toContain(words)
  })

  it('shows a person their own and their wards’ entries, nobody else’s', async () => {
    const card = await mine(granny)
    expect(card?.tags).toMatchObject([{ kind: 'livesAlone', why: WHY_CANARY, askedBy: { zh: '网格员' } }])
    expect(card?.members.map(({ name, isMyWard }) => [name, isMyWard])).toContainEqual(['林小明', true])
    const childs = await mine(son)
    expect(childs).toMatchObject({ tags: [], consents: [] })
    expect(JSON.stringify(childs)).not.toContain(TAG_CANARY)
  })

  it('is the guardian’s to give for a child, and ends with childhood', async () => {
    const late = await ask({ personId: son.personId, kind: 'leftBehindChild', until: inDays(300) })
    expect(late.body.code).toBe('cards.untilWrong')
    const { body } = await ask({ personId: son.personId, kind: 'leftBehindChild', until: inDays(150) })
    expect((await house.send(son, `/me/card/consents/${body.id}/answer`, { given: true })).status).toBe(404)
    expect((await house.send(granny, `/me/card/consents/${body.id}/answer`, { given: false })).status).toBe(
      200,
    )
    const [newest] = (await tagsOf(worker)).body.consents
    expect(newest).toMatchObject({ id: body.id, state: 'refused', kind: null, why: null })
    expect((await house.send<{ code: string }>(worker, at('/tags'), { consentId: body.id })).body.code).toBe(
      'cards.noConsent',
    )
  })

  it('taken back, ends the tag and erases its words at once; what is left are ids and times', async () => {
    const tag = (await mine(granny))?.tags[0]
    expect((await house.send(son, `/me/card/consents/${tag?.consentId}/withdraw`)).status).toBe(404)
    expect((await house.send(granny, `/me/card/consents/${tag?.consentId}/withdraw`)).status).toBe(200)
    expect((await tagsOf(worker)).body.tags).toEqual([])
    const { rows } = await admin.query(
      `select c.kind_cipher, c.why_cipher, t.kind_cipher as tag, t.help_cipher as help, t.expires_at <= now() as over
       from card_consents c join card_tags t on t.consent_id = c.id where c.id = $1`,
      [tag?.consentId],
    )
    expect(rows).toEqual([{ kind_cipher: null, why_cipher: null, tag: null, help: null, over: true }])
    expect((await house.send(granny, `/me/card/consents/${tag?.consentId}/withdraw`)).status).toBe(409)
    expect(
      (await house.send<{ code: string }>(worker, at('/tags'), { consentId: tag?.consentId })).body.code,
    ).toBe('cards.noConsent')
  })

  it('on paper is given at once; said at the door, the tag and the consent end together', async () => {
    const { body } = await ask({ kind: 'disability', way: 'paper' })
    const tag = await house.send<{ id: string }>(worker, at('/tags'), { consentId: body.id })
    expect((await house.send(far, `/card-tags/${tag.body.id}/end`, { reason: 'withdrawn' })).status).toBe(403)
    expect((await house.send(worker, `/card-tags/${tag.body.id}/end`, { reason: 'withdrawn' })).status).toBe(
      200,
    )
    expect((await house.send(worker, `/card-tags/${tag.body.id}/end`, { reason: 'over' })).status).toBe(409)
    const view = (await tagsOf(worker)).body
    expect(view.tags).toEqual([])
    expect(view.consents.find(({ id }) => id === body.id)).toMatchObject({ state: 'withdrawn', kind: null })
  })

  it('never leaves a tag behind when noting and taking back meet', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { body } = await ask({ kind: 'disability', way: 'paper' })
      const [noted, taken] = await Promise.all([
        house.send(worker, at('/tags'), { consentId: body.id, help: TAG_CANARY }),
        house.send(granny, `/me/card/consents/${body.id}/withdraw`),
      ])
      expect(taken.status).toBe(200)
      expect([201, 409]).toContain(noted.status)
      const { rows } = await admin.query(
        `select 1 from card_tags where consent_id = $1 and kind_cipher is not null`,
        [body.id],
      )
      expect(rows).toEqual([])
    }
  })

  it('is asked on paper of somebody without an account', async () => {
    const id = newId()
    await admin.query(
      `insert into people (region_id, id, name, path, created_at) values (1, $1, '林老', $2, now())`,
      [id, HOME],
    )
    await admin.query(
      `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, $1, $2, $3, now())`,
      [newId(), household, id],
    )
    expect((await ask({ personId: id })).body.code).toBe('cards.noAccount')
    expect((await ask({ personId: id, way: 'paper' })).status).toBe(201)
  })

  it('of a kind that the place does not note is not asked for', async () => {
    await admin.query(
      `update policy_versions set to_at = now() where region_id = 1 and kind = 'cardTag' and key = 'disability'`,
    )
    await expect
      .poll(async () => (await ask({ kind: 'disability' })).body.code, { timeout: 10_000 })
      .toBe('cards.tagUnknown')
  })
})

describe('of health', () => {
  it('only to whom, when and done; there is no field for more, and whom it was is encrypted', async () => {
    const refer = (body: object) =>
      house.send<{ id: string }>(worker, at('/referrals'), {
        personId: granny.personId,
        kind: 'referral',
        to: 'clinic',
        ground: 'asked',
        ...body,
      })
    expect((await refer({ note: '高血压' })).status).toBe(400)
    const { body, status } = await refer({})
    expect(status).toBe(201)
    expect(await stored()).not.toContain('clinic')
    expect((await tagsOf(worker)).body.referrals).toMatchObject([
      { to: 'clinic', doneAt: null, personName: '林桂英' },
    ])
    expect((await house.send(far, `/card-referrals/${body.id}/close`)).status).toBe(403)
    expect((await house.send(worker, `/card-referrals/${body.id}/close`)).status).toBe(200)
    expect((await house.send(worker, `/card-referrals/${body.id}/close`)).status).toBe(409)
    expect((await mine(granny))?.referrals).toMatchObject([{ to: 'clinic', doneAt: expect.any(String) }])
  })
})

describe('one’s own card', () => {
  it('is corrected where it is one’s own to say; writing notes is the consent to them', async () => {
    const version = (await mine(granny))?.version ?? 0
    const { body } = await house.send<{ version: number }>(granny, '/me/card/corrections', {
      version,
      tenure: 'own',
      visiting: '家里有狗，请先打电话',
    })
    expect(body).toMatchObject({ version: version + 1, dueOn: null })
    const { body: card } = await open(worker)
    expect(card).toMatchObject({
      tenure: 'own',
      visiting: { text: '家里有狗，请先打电话', personId: granny.personId },
    })
    expect(await stored()).not.toContain('家里有狗')
    expect((await open(desk)).body.visiting).toBeNull()
    const stale = await house.send<{ code: string }>(granny, '/me/card/corrections', {
      version,
      visiting: null,
    })
    expect(stale.body.code).toBe('cards.changed')
    expect(
      (await house.send<{ code: string }>(son, '/me/card/corrections', { version, tenure: 'rent' })).body
        .code,
    ).toBe('cards.guardianSpeaks')
  })

  it('sends what is not one’s own to say to the office, with a day for the answer', async () => {
    const version = (await mine(granny))?.version ?? 0
    const { body } = await house.send<{ dueOn: string; version: number }>(granny, '/me/card/corrections', {
      version,
      words: '小明已经搬走了',
    })
    expect(body.version).toBe(version)
    expect(body.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    const { rows } = await admin.query(`select kind, words, path from data_requests where person_id = $1`, [
      granny.personId,
    ])
    expect(rows).toMatchObject([{ kind: 'correct', words: '小明已经搬走了' }])
  })

  it('taking the notes’ consent back takes the notes away, and is a new version', async () => {
    const before = await mine(granny)
    await house.send(granny, `/me/card/consents/${before?.visiting?.consentId}/withdraw`)
    const after = await mine(granny)
    expect(after).toMatchObject({ visiting: null, version: (before?.version ?? 0) + 1 })
    const { rows } = await admin.query(
      `select visiting_cipher, removed_at from household_cards where household_id = $1`,
      [household],
    )
    expect(rows).toEqual([{ visiting_cipher: null, removed_at: null }])
  })

  it('tells who opened it and why, by the post and never by name', async () => {
    const card = await mine(granny)
    expect(card?.looks).toContainEqual(
      expect.objectContaining({
        what: expect.objectContaining({ zh: '打开了您家的住户卡' }),
        who: expect.objectContaining({ zh: '网格员' }),
        reason: '走访上门',
      }),
    )
    expect(JSON.stringify(card)).not.toContain('吴网格')
    // What one member answers or corrects is not told to the others.
    const toldToOther = (await mine(son))?.looks.map(({ what }) => what.zh)
    expect(toldToOther).not.toContain('打开或办理了与您有关的记录')
    const fresh = await house.signIn('新来')
    expect(await mine(fresh)).toBeNull()
    expect(
      (await house.send<{ code: string }>(fresh, '/me/card/corrections', { version: 0, tenure: 'own' })).body
        .code,
    ).toBe('cards.noHousehold')
  })
})

describe('at the door', () => {
  const pressed = (more: object = {}) => ({
    id: newId(),
    name: '林桂英',
    kind: 'livesAlone',
    why: WHY_CANARY,
    until: inDays(100),
    wordsVersion: 1,
    given: true,
    pressedAt: new Date(Date.now() - 3_600_000).toISOString(),
    ...more,
  })
  const bring = (body: object, actor = worker) =>
    house.send<{ id: string; code: string }>(actor, at('/consents/door'), body)

  it('takes what somebody read and pressed themselves, with who was there; a tag stands by it, and goes when it is taken back', async () => {
    household = await settle(granny, son)
    const body = pressed({ presentId: office.personId })
    expect((await bring(body)).status).toBe(201)
    const card = await mine(granny)
    const consent = card?.consents.find(({ id }) => id === body.id)
    expect(consent).toMatchObject({ way: 'door', state: 'given', kind: 'livesAlone' })
    expect(consent?.askedBy.zh).toBe('网格员')
    expect(consent?.present).not.toBeNull()
    expect(Date.parse(consent?.pressedAt ?? '')).toBe(Date.parse(body.pressedAt))
    expect((await house.send(worker, at('/tags'), { consentId: body.id, help: TAG_CANARY })).status).toBe(201)
    expect((await tagsOf(worker)).body.tags.map(({ kind }) => kind)).toEqual(['livesAlone'])
    expect((await house.send(granny, `/me/card/consents/${body.id}/withdraw`, {})).status).toBe(200)
    expect((await tagsOf(worker)).body.tags).toEqual([])
    const { rows } = await admin.query(
      `select payload from outbox where topic = 'privacy.consentAtDoor.1' and payload ->> 'id' = $1`,
      [body.id],
    )
    expect(rows[0]?.payload.people).toEqual([granny.personId])
  })

  it('keeps of a no only that it was asked, and nothing can be noted by it', async () => {
    const body = pressed({ given: false })
    expect((await bring(body)).status).toBe(201)
    const card = await mine(granny)
    expect(card?.consents.find(({ id }) => id === body.id)).toMatchObject({
      state: 'refused',
      kind: null,
      why: null,
    })
    expect((await house.send(worker, at('/tags'), { consentId: body.id })).status).toBe(409)
  })

  it('lets no phone say that it was pressed later than now', async () => {
    const body = pressed({ pressedAt: '2999-01-01T00:00:00.000Z' })
    expect((await bring(body)).status).toBe(201)
    const consent = (await mine(granny))?.consents.find(({ id }) => id === body.id)
    expect(Date.parse(consent?.pressedAt ?? '')).toBeLessThan(Date.parse('2999-01-01'))
  })

  it.each([
    ['a name that nobody has there', { name: '林大英' }, 409, 'cards.nameUnknown'],
    ['a text that was another', { wordsVersion: 2 }, 409, 'cards.wordsChanged'],
    ['more than a year', { until: inDays(400) }, 422, 'cards.untilWrong'],
    ['a second who is nobody', { presentId: newId() }, 422, 'cards.presentUnknown'],
  ])('refuses %s and keeps nothing', async (_, wrong, status, code) => {
    const body = pressed(wrong)
    const answer = await bring(body)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    const { rows } = await admin.query('select from card_consents where id = $1', [body.id])
    expect(rows.length).toBe(0)
  })

  it('refuses an id that stands for another consent, and whoever does not call there', async () => {
    const body = pressed()
    expect((await bring(body)).status).toBe(201)
    const again = await bring({ ...body, why: '别的' })
    expect([again.status, again.body.code]).toEqual([409, 'cards.answeredAlready'])
    for (const actor of [far, granny, desk]) expect((await bring(pressed(), actor)).status).toBe(403)
  })
})
