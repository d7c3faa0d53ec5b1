import type { CardView, MyCard, ReferralView } from '@linli/contract/cards/shapes'
import { OPENING_REASONS, REFERRAL_PLACES, TENURES } from '@linli/contract/cards/words'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { refused, told } from '../tell.ts'
import { putInPost } from './staff.ts'

/** The household whose card a scenario is about. */
const homes = new WeakMap<World, string>()
const cardAt = (world: World, rest = ''): string => `/households/${homes.get(world)}/card${rest}`
const myCard = async (world: World, name: string): Promise<MyCard> =>
  (await told<{ card: MyCard }>(world, name, 'GET', '/me/card')).card
const keyOf = (words: object, zh: string): string =>
  Object.entries(words).find(([, word]) => (word as { zh: string }).zh === zh)?.[0] ?? zh // a vocabulary's entry

/** 住户卡: opened with a reason, corrected by the household, and of health nothing but where somebody was led. */
export const cardSteps = [
  step<World>('{}住在{n}室', async (world, [name = '', room = '']) => {
    const { personId, path } = personOf(world, name)
    const id = newId()
    await world.house.db.commit(systemScope(1), [
      sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        values (1, ${id}::uuid, ${path}, ${`${room}室`}, 'x', ${Buffer.from(id)}, app_now())`,
      sql`insert into household_members (region_id, id, household_id, person_id, from_at)
        values (1, ${newId()}::uuid, ${id}::uuid, ${personId}::uuid, app_now())`,
    ])
    homes.set(world, id)
  }),
  step<World>(
    '{}{}因为{}打开{}家的住户卡，记上住房是{}',
    async (world, [post = '', worker = '', reason = '', name = '', tenure = '']) => {
      await putInPost(world, worker, post)
      const opened = await told<CardView>(world, worker, 'POST', cardAt(world, '/open'), {
        reason: keyOf(OPENING_REASONS, reason),
      })
      expect(opened.members.map(({ personId }) => personId)).toEqual([personOf(world, name).personId])
      await told(world, worker, 'POST', cardAt(world), {
        version: opened.version,
        purpose: 'contact',
        tenure: keyOf(TENURES, tenure),
      })
    },
  ),
  step<World>('没说原因打不开，{}不管这一格也打不开', async (world, [other = '']) => {
    const [worker] = [...world.people.values()].filter(({ roles }) => roles.includes('gridWorker'))
    expect(await refused(world, worker?.name ?? '', cardAt(world, '/open'))).toBe('kernel.invalid')
    expect(await refused(world, other, cardAt(world, '/open'), { reason: 'visit' })).toBe('kernel.forbidden')
  }),
  step<World>(
    '{}看得到是{}因为{}看过，自己把住房改成{}',
    async (world, [name = '', post = '', reason = '', tenure = '']) => {
      const card = await myCard(world, name)
      const look = card.looks.find((one) => one.reason === reason)
      expect(look?.who.zh).toContain(post)
      const corrected = { version: card.version, tenure: keyOf(TENURES, tenure) }
      await told(world, name, 'POST', '/me/card/corrections', corrected)
      expect((await myCard(world, name)).tenure).toBe(corrected.tenure)
    },
  ),
  step<World>('{}的卡上没有同意就记不上{}', async (world, [name = '', words = '']) => {
    const [worker] = [...world.people.values()].filter(({ roles }) => roles.includes('gridWorker'))
    expect(await refused(world, worker?.name ?? '', cardAt(world, '/tags'), { consentId: newId() })).toBe(
      'cards.noConsent',
    )
    expect(JSON.stringify(await myCard(world, name))).not.toContain(words)
  }),
  step<World>('{}上门看望{}，按本人要求转介到{}', async (world, [worker = '', name = '', place = '']) => {
    const to = keyOf(REFERRAL_PLACES, place)
    const { personId } = personOf(world, name)
    await told(world, worker, 'POST', cardAt(world, '/referrals'), {
      personId,
      kind: 'referral',
      to,
      ground: 'asked',
    })
  }),
  step<World>('{}想在转介上写{}，没有地方写', async (world, [worker = '', illness = '']) => {
    const [{ personId } = { personId: '' }] = (
      await told<CardView>(world, worker, 'POST', cardAt(world, '/open'), { reason: 'visit' })
    ).members
    const body = { personId, kind: 'referral', to: 'clinic', ground: 'asked', words: illness }
    expect(await refused(world, worker, cardAt(world, '/referrals'), body)).toBe('kernel.invalid')
  }),
  step<World>('{}办完了转介，{}看得到转到了{}', async (world, [worker = '', name = '', place = '']) => {
    const [waiting] = (await myCard(world, name)).referrals
    await told(world, worker, 'POST', `/card-referrals/${waiting?.id}/close`, {})
    const [done] = (await myCard(world, name)).referrals
    const kept: (keyof ReferralView)[] = [
      'id',
      'personId',
      'personName',
      'kind',
      'to',
      'ground',
      'at',
      'doneAt',
    ]
    expect(Object.keys(done ?? {}).toSorted()).toEqual(kept.toSorted())
    expect([done?.to, typeof done?.doneAt]).toEqual([keyOf(REFERRAL_PLACES, place), 'string'])
  }),
]
