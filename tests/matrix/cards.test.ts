import type { CardView, MyCard, TagsView } from '@linli/contract/cards/shapes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import type { FieldRule } from '../../apps/server/src/kernel/policy/policy.ts'
import { openTestHouse } from '../kit/house.ts'
import { plantCard } from '../kit/houseCards.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { canaryText } from '../kit/houseGround.ts'
import { plantPerson } from '../kit/houseRows.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { wholeCast } from './cast.ts'
import { allowed, type Cell, groundOf } from './relations.ts'
import { type PolicyTable, policyTable } from './sight.ts'

// Every field of a household's card, to every role in every relation, against the policy's field rules: too much and too
// little alike.

let world: World
let cast: Actor[]
let policy: PolicyTable

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await wholeCast(world)
  const answer = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  policy = policyTable(world.operations, answer.json<OpenApiDocument>())
})
afterAll(() => world.close())

type Seen = 'clear' | 'masked' | 'hidden'
const CELLS: readonly Cell[] = ['inScope', 'outOfScope', 'otherRegion']

function expected(field: string, actor: Actor, cell: Cell): Seen {
  const rule: FieldRule | undefined = policy.fields[field]
  if (!rule) throw new Error(`the policy guards no field ${field}`)
  const fits = (rows: FieldRule['clear']): boolean => allowed({ access: 'roles', rows }, actor, cell)
  return fits(rule.clear) ? 'clear' : rule.masked && fits(rule.masked) ? 'masked' : 'hidden'
}

async function asked<T>(actor: Actor, id: string, household: string): Promise<T | undefined> {
  const operation = world.operations.find((one) => one.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  const answer = await world.ask(operation, actor.token, {
    params: { id: household },
    body: { reason: 'visit' },
  })
  return answer.status < 300 ? (answer.body as T) : undefined // the contract's shape
}

test('a card opened by a role shows each field as the policy says, and no other', async () => {
  let compared = 0
  for (const actor of cast)
    for (const cell of CELLS) {
      if (actor.region !== 1 && cell === 'otherRegion') continue // that is their own
      const ground = groundOf(cell)
      const { household } = await plantCard(world, ground)
      const name = canaryText(ground, '林')
      const card = await asked<CardView>(actor, 'openCard', household)
      const tags = await asked<TagsView>(actor, 'openTags', household)
      const shown = (value: string | undefined, clear: string): Seen =>
        value === undefined ? 'hidden' : value === clear ? 'clear' : 'masked'
      const seen: { readonly [field: string]: Seen } = {
        memberName: shown(card?.members[0]?.name, name),
        visiting: shown(card?.visiting?.text, canaryText(ground, '须知')),
        cardTag: shown(tags?.tags[0]?.help ?? undefined, canaryText(ground, '标签')),
        cardReferral: shown(tags?.referrals[0]?.to, 'clinic'),
      }
      for (const [field, is] of Object.entries(seen)) {
        compared += 1
        expect(
          [field, is],
          `${actor.role}${actor.isWide ? ' (wide)' : ''} of ${actor.region}, ${cell}`,
        ).toEqual([
          field,
          // Somebody of the other region asks in their own: what lies here is not there.
          actor.region === 1 ? expected(field, actor, cell) : 'hidden',
        ])
      }
    }
  expect(compared).toBeGreaterThan(200)
})

test('of what needs consent a member of the household reads their own, and nothing of whom they live with', async () => {
  const [me, other] = [await actorOf(world, 'resident'), await actorOf(world, 'resident')]
  const ground = groundOf('own', me)
  const { household } = await plantCard(world, ground, { person: me.personId })
  const third = await plantPerson(world, ground)
  for (const person of [other.personId, third])
    await world.admin.query(
      `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, gen_random_uuid(), $1, $2, now())`,
      [household, person],
    )
  const operation = world.operations.find(({ id }) => id === 'getMyCard')
  if (!operation) throw new Error('no operation getMyCard')
  const cardOf = async (actor: Actor): Promise<MyCard | null> =>
    ((await world.ask(operation, actor.token, {})).body as { card: MyCard | null }).card // the contract's shape
  const [mine, theirs] = [await cardOf(me), await cardOf(other)]
  expect(mine?.tags.map(({ help }) => help)).toEqual([canaryText(ground, '标签')])
  expect(mine?.referrals).toHaveLength(1)
  expect(mine?.consents).toHaveLength(2)
  expect(theirs).toMatchObject({ tags: [], referrals: [], consents: [] })
  expect(theirs?.visiting?.text).toBe(canaryText(ground, '须知')) // what to mind at their common door
  expect(JSON.stringify(theirs)).not.toMatch(/标签金丝雀|缘由金丝雀/)
  const names = theirs?.members.map(({ name, isMe }) => [name, isMe])
  expect(names).toContainEqual(['林**', false])
})
