import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  HOME,
  inDays,
  openCards,
  type ServedCards,
  TAG_CANARY,
  WHY_CANARY,
} from '../../../../../../tests/kit/cardsRoom.ts'
import { newId } from '../../../kernel/ids.ts'

let served: ServedCards
let house: ServedCards['house']
let admin: ServedCards['admin']
let worker: ServedCards['worker']
let office: ServedCards['office']
let desk: ServedCards['desk']
let far: ServedCards['far']
let granny: ServedCards['granny']
let son: ServedCards['son']
let cards: ServedCards['cards']
let at: ServedCards['at']
let moveOn: ServedCards['moveOn']
let tagsOf: ServedCards['tagsOf']
let mine: ServedCards['mine']
let ask: ServedCards['ask']
let stored: ServedCards['stored']

beforeAll(async () => {
  served = await openCards()
  ;({ house, admin, worker, office, desk, far, granny, son, cards, at, moveOn, tagsOf, mine, ask, stored } =
    served)
  // The child's guardian speaks for him.
  const members = [
    { personId: granny.personId, tie: 'head' },
    { personId: son.personId, tie: 'grandchild', guardianId: granny.personId, minorUntil: inDays(200) },
  ]
  expect((await house.send(worker, at(), { version: 0, members })).status).toBe(200)
})
afterAll(() => served.close())

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
      [newId(), cards.household, id],
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
    await moveOn()
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
