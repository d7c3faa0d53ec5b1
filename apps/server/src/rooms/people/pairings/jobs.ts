import type { PairingRule } from '@linli/contract'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { solveLinear } from '../../../kernel/solver/linear.ts'
import { placeRules } from '../../places/index.ts'
import { pairingOf, pairingProgram } from '../rules/pairing.ts'
import { type NewPair, pairsStatement } from './store/pairs.ts'
import { type Outcome, proposedStatement, takePlanning } from './store/plans.ts'
import { buildingsAt, takersBelow, wantedBelow } from './store/who.ts'
import { type At, pairsOfPlan, taskOf } from './task.ts'

const SECONDS = 60

/** Plans the pairs that wait in a region. To be called every few seconds. */
export async function planWaitingPairs(db: Database, region: number): Promise<void> {
  while (await planOne(db, region));
}

const planOne = (db: Database, region: number): Promise<boolean> =>
  db.transaction(systemScope(region), async (tx) => {
    const plan = await takePlanning(tx, region)
    if (!plan) return false
    try {
      const { pairingRules } = await placeRules(db, region)
      const rule = pairingRules.find(({ key }) => key === plan.rule)
      const outcome = rule ? await propose(tx, region, rule, plan) : null
      await tx.query(proposedStatement(region, plan.id, outcome))
    } catch (error) {
      await db.commit(systemScope(region), [proposedStatement(region, plan.id, null)])
      throw error
    }
    return true
  })

/** Near first and balanced, by the solver; whoever is left is left by arithmetic. */
async function propose(
  tx: Tx,
  region: number,
  rule: PairingRule,
  plan: { readonly id: string; readonly path: string },
): Promise<Outcome> {
  const wanted = await wantedBelow(tx, region, rule, plan.path)
  const takers = await takersBelow(tx, region, rule, plan.path)
  const gathered = taskOf(rule, wanted, takers, await buildingsAt(tx, region, plan.path))
  if (wanted.length === 0 || takers.length === 0)
    return { wanted: wanted.length, left: wanted.length, takers: takers.length, leastLoad: 0, mostLoad: 0 }
  const { program, arcs } = pairingProgram(gathered.task)
  const { values } = await solveLinear(program, SECONDS)
  const pairing = pairingOf(gathered.task, arcs, values)
  const made = pairsOfPlan(gathered, pairing)
  const ids = made.map(() => newId()).toSorted() // lists go by id: in the order of the doors
  const pairs = made.flatMap(({ one, taker }, at) => {
    const [by, id] = [takers[taker], ids[at]]
    return by && id ? [pairOf(rule, id, one, by)] : []
  })
  await tx.query(pairsStatement(region, plan.id, rule.key, pairs))
  return {
    wanted: wanted.length,
    left: wanted.length - pairs.length,
    takers: takers.length,
    leastLoad: Math.min(...pairing.loads),
    mostLoad: Math.max(...pairing.loads),
  }
}

const pairOf = ({ what }: PairingRule, id: string, one: At, by: At): NewPair => ({
  id,
  path: what === 'households' ? one.path : by.path,
  taker: what === 'units' ? null : by.id,
  household: what === 'households' ? one.id : null,
  person: what === 'members' ? one.id : null,
  unit: what === 'units' ? one.id : null,
})
