import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grant, inDays, openCards, type ServedCards } from '../../../../../../tests/kit/cardsRoom.ts'
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
let open: ServedCards['open']
let tagsOf: ServedCards['tagsOf']
let mine: ServedCards['mine']
let stored: ServedCards['stored']

beforeAll(async () => {
  served = await openCards()
  ;({ house, admin, worker, office, desk, far, granny, son, cards, at, open, tagsOf, mine, stored } = served)
})
afterAll(() => served.close())

describe('opening', () => {
  it('needs a reason, is for whoever answers for the place, and is recorded with the reason before anything is told', async () => {
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
      [cards.household],
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
    expect(first.body).toEqual({ id: cards.household, version: 1 })
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
      [cards.household],
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
