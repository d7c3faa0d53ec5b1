import type { GateCodes } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { notFound } from '../../../kernel/problem.ts'
import { gateCode, today } from '../gateCode.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { rosterById } from '../store/rosters.ts'

/** Today's codes of all posts, to be printed or sent to the gates together. @throws notFound, forbidden */
export async function listGateCodes(
  { db, crypto }: DutiesNeeds,
  me: Actor,
  id: string,
): Promise<Static<typeof GateCodes>> {
  const scope = scopeOf(me)
  const roster = await rosterById(db, scope, id)
  if (!roster) throw notFound()
  demandAt('listGateCodes', me, roster.path)
  const posts = await db.read<{ postId: string; name: string; place: string }>(
    scope,
    sql`select id as "postId", name, place from roster_posts
      where region_id = ${me.region} and roster_id = ${roster.id}::uuid order by name, id`,
  )
  const day = today(db)
  return {
    day,
    items: posts.map((post) => ({ ...post, code: gateCode(crypto, me.region, post.postId, day) })),
  }
}
