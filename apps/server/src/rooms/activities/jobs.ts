import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import { forgetWhoCame, markReminded, OVER } from './store/signups.ts'
import { tell } from './store/told.ts'

/** Tells those whose activity is near, once each; mark and notice in one transaction. @returns how many were told */
export function remindSignups(db: Database, region: number): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    const due = await tx.query<{ activityId: string; toldPerson: string }>(markReminded(region))
    for (const { activityId, toldPerson } of due)
      await tx.query(tell(region, 'signupDue', activityId, [toldPerson]))
    return due.length
  })
}

/** Forgets who attended what was over a day ago and never summed up; how many stays. @returns how many */
export async function forgetArrivals(db: Database, region: number): Promise<number> {
  const [rows] = await db.commit(systemScope(region), [forgetWhoCame(region, OVER)])
  return rows?.length ?? 0
}
