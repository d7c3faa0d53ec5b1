import type { redrawEndpoints } from '@linli/contract/places/endpoints'
import type { PreviewRedrawBody, RedrawPreview } from '@linli/contract/places/redrawShapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused, type Tx } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { stale } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { type PlaceRules, placeRules } from '../placeRules.ts'
import type { RedrawPlan, TreeArea } from '../rules/redrawPlan.ts'
import { lockImports } from '../store.ts'
import { sameRoom } from './errors.ts'
import type { RedrawNeeds } from './needs.ts'
import { planned } from './plan.ts'
import * as store from './store/redraw.ts'

const NONE: store.Following = { households: 0, people: 0, posts: 0, orders: 0 }
const ended = ({ closes }: RedrawPlan): string[] => closes.map(({ path }) => path)

/** What a redraw would do and how much would follow; nothing is written. @throws as `redrawAreas` */
export async function previewRedraw(
  { db }: RedrawNeeds,
  me: Actor,
  body: PreviewRedrawBody,
): Promise<RedrawPreview> {
  const rules = await placeRules(db, me.region)
  const { plan, tree } = await db.transaction(scopeOf(me), (tx) => planned(tx, me, rules, body, false))
  const paths = ended(plan)
  const [following = NONE] = await db.read<store.Following>(
    systemScope(me.region),
    store.followingAt(me.region, paths),
  )
  const names = new Map([...tree, ...plan.opens].map(({ path, name }) => [path, name]))
  const moved = new Set(body.parts.flatMap(({ areas }) => areas))
  return {
    kind: plan.kind,
    closes: body.closes.map((path) => ({ path, name: names.get(path) ?? path })),
    opens: newAreas(plan, body.closes),
    moves: plan.successions.flatMap(({ from, to }) => {
      const parent = to.replace(/[^/]+\/$/, '')
      return moved.has(from)
        ? [{ name: names.get(from) ?? from, from, to, toName: names.get(parent) ?? parent }]
        : []
    }),
    areas: paths.length,
    ...following,
  }
}

const named = ({ path, name }: Pick<TreeArea, 'path' | 'name'>) => ({ path, name })
/** The areas that begin anew, without those that only follow. */
function newAreas({ opens, successions }: RedrawPlan, closes: readonly string[]) {
  const followed = new Set(successions.filter(({ from }) => !closes.includes(from)).map(({ to }) => to))
  return opens.filter(({ path }) => !followed.has(path)).map(named)
}

/** What a redraw came to: the answer, and the accounts whose grants changed with it. */
export type Redrawn = {
  readonly answer: { id: string; path: string; opened: { path: string; name: string }[] }
  readonly accounts: readonly string[]
}

/**
 * Carries out one redraw in a transaction. Areas that end are closed, their successors opened under new codes; posts,
 * grants and party bodies change over in the same commit, so that everybody's scope is right at once.
 * @throws forbidden, stale, tooManyAreas, and a sentence for each fault of the plan; `Refused` sameRoom
 */
export async function redrawIn(
  tx: Tx,
  needs: RedrawNeeds,
  me: Actor,
  rules: PlaceRules,
  { id, reason, ...wanted }: PreviewRedrawBody & { readonly id: string; readonly reason: string },
): Promise<Redrawn> {
  const { region } = me
  await lockImports(tx, region)
  const { plan } = await planned(tx, me, rules, wanted, true)
  const paths = ended(plan)
  if ((await store.closeAreas(tx, region, paths)) !== paths.length) throw stale()
  const [following = NONE] = await tx.query<store.Following>(store.followingAt(region, paths))
  await tx.query(store.openAreas(region, plan))
  await tx.query(store.successionStatement(region, id, plan))
  await tx.query(store.refuseSameRoom(region, wanted.closes))
  await store.moveBodies(tx, region)
  const accounts = await needs.followOffices(tx, region)
  const { kind, path } = plan
  const redraw = { id, kind, path, reason, by: me.personId, areas: paths.length, following }
  await tx.query(store.redrawStatement(region, redraw))
  const facts = { kind, path, areas: paths.length, ...following }
  await tx.query(
    auditStatement(me, { action: 'redrawAreas', subjectKind: 'redraw', subjectId: id, reason, facts }),
  )
  await tx.query(outboxStatement(region, 'places.areasRedrawn.1', { id, path }))
  return { answer: { id, path, opened: newAreas(plan, wanted.closes) }, accounts }
}

/** After a redraw was committed: everybody's next request and search sees it. */
export function tellRedrawn(needs: RedrawNeeds, region: number, { accounts }: Redrawn): void {
  for (const account of accounts) needs.grantsChanged(account)
  forgetAddresses(needs.db, region)
}

/** The refusal that only the database sees, in words. */
export const redrawProblem = (error: unknown): unknown =>
  error instanceof Refused && error.code === 'sameRoom' ? sameRoom() : error

/**
 * 调整网格: moves, splits and merges areas below a community. Homes, people and open orders follow by the one event, each in
 * its own room.
 * @throws as `redrawIn`
 */
export async function redrawAreas(
  needs: RedrawNeeds,
  request: HandlerRequest<typeof redrawEndpoints.redrawAreas>,
) {
  const { me, body } = request
  const rules = await placeRules(needs.db, me.region)
  try {
    const redrawn = await needs.db.transaction(request.scope, async (tx) => {
      const done = await redrawIn(tx, needs, me, rules, { id: newId(), ...body })
      await tx.query(request.remember(done.answer))
      return done
    })
    tellRedrawn(needs, me.region, redrawn)
    return redrawn.answer
  } catch (error) {
    throw redrawProblem(error)
  }
}
