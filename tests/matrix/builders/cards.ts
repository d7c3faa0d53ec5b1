import type { Authz } from '../../../apps/server/src/kernel/http/openapi.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantCard } from '../../kit/houseCards.ts'
import { type Aim, type Builders, owned, placed, plain } from './builder.ts'

const aDay = (): string => new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10)
const card = ({ world, ground }: Aim) => plantCard(world, ground)
const at = async (aim: Aim) => ({ params: { id: (await card(aim)).household } })
const mine: Authz = { access: 'roles', rows: [{ role: 'resident', relation: 'own' }] }

export const cardBuilders: Builders = {
  openCard: placed(async (aim) => ({ ...(await at(aim)), body: { reason: 'visit' } }), {
    reveals: true,
    shows: { 室: { rowsOf: 'openCard' }, 林: { field: 'memberName' }, 须知: { field: 'visiting' } },
  }),
  openTags: placed(async (aim) => ({ ...(await at(aim)), body: { reason: 'visit' } }), {
    reveals: true,
    shows: { 林: { field: 'memberName' }, 标签: { field: 'cardTag' }, 缘由: { field: 'cardTag' } },
  }),
  changeCard: placed(async (aim) => ({ ...(await at(aim)), body: { version: 1, tenure: 'rent' } })),
  askConsent: placed(async (aim) => {
    const { household, person } = await card(aim)
    return {
      params: { id: household },
      body: { personId: person, kind: 'disability', why: '上门好帮忙', until: aDay(), way: 'paper' },
    }
  }),
  consentAtDoor: placed(async (aim) => {
    const { household, person } = await card(aim)
    const { rows } = await aim.world.admin.query<{ name: string }>('select name from people where id = $1', [
      person,
    ])
    return {
      params: { id: household },
      body: {
        id: newId(),
        name: rows[0]?.name ?? '',
        kind: 'disability',
        why: '上门好帮忙',
        until: aDay(),
        wordsVersion: 1,
        given: true,
        pressedAt: new Date().toISOString(),
      },
    }
  }),
  setTag: placed(async ({ world, ground }) => {
    const { household, consent } = await plantCard(world, ground, { consent: 'unused' })
    return { params: { id: household }, body: { consentId: consent } }
  }),
  endTag: placed(async (aim) => ({ params: { id: (await card(aim)).tag }, body: { reason: 'over' } })),
  recordReferral: placed(async (aim) => {
    const { household, person } = await card(aim)
    return {
      params: { id: household },
      body: { personId: person, kind: 'referral', to: 'clinic', ground: 'asked' },
    }
  }),
  closeReferral: placed(async (aim) => ({ params: { id: (await card(aim)).referral }, body: {} })),
  // Whoever lives nowhere yet has no card; of one's own household everything that is one's own.
  getMyCard: plain(undefined, { shows: { 室: 'own', 林: 'own', 须知: 'own', 标签: 'own', 缘由: 'own' } }),
  correctMyCard: plain(
    async ({ world, ground, actor }) => {
      if (actor.role !== 'visitor' && actor.region === ground.region)
        await plantCard(world, ground, { person: actor.personId })
      return { body: { version: 1, tenure: 'rent', words: '请核对成员' } }
    },
    { changesCaller: true, answers: [409] }, // whoever lives nowhere yet is told so
  ),
  answerConsent: owned(
    async ({ world, ground, actor, cell }) => ({
      params: {
        id: (
          await plantCard(world, ground, {
            consent: 'waiting',
            ...(cell === 'own' ? { person: actor.personId } : {}),
          })
        ).consent,
      },
      body: { given: true },
    }),
    { decides: mine },
  ),
  withdrawConsent: owned(
    async ({ world, ground, actor, cell }) => ({
      params: {
        id: (await plantCard(world, ground, cell === 'own' ? { person: actor.personId } : {})).consent,
      },
      body: {},
    }),
    { decides: mine },
  ),
}
