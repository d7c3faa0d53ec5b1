import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { orderNumber } from '../rules/number.ts'

const BLOCK = 50
type Block = { day: string; next: number; end: number }
const blocks = new WeakMap<Database, Map<number, Block>>()
const lending = new WeakMap<Database, Map<number, Promise<Block>>>()

/** The day in the region's own clock (Asia/Shanghai), `YYYY-MM-DD`. */
const today = (shiftMilliseconds: number): string =>
  new Date(Date.now() + shiftMilliseconds + 8 * 3600_000).toISOString().slice(0, 10)

/**
 * The next number people will see. Blocks of fifty are lent to each application instance in a transaction of their own,
 * so that placing orders never queues behind one counter row; gaps after a restart are harmless.
 */
export async function nextNumber(db: Database, region: number): Promise<string> {
  const mine = blocks.get(db) ?? new Map<number, Block>()
  blocks.set(db, mine)
  for (;;) {
    const block = mine.get(region)
    if (block && block.next < block.end && block.day === today(db.shift())) {
      block.next += 1
      return orderNumber(block.day, block.next - 1)
    }
    mine.set(region, await lend(db, region))
  }
}

/** One block at a time per region, however many ask. */
function lend(db: Database, region: number): Promise<Block> {
  const waiting = lending.get(db) ?? new Map<number, Promise<Block>>()
  lending.set(db, waiting)
  const already = waiting.get(region)
  if (already) return already
  const lent = takeBlock(db, region, today(db.shift())).finally(() => waiting.delete(region))
  waiting.set(region, lent)
  return lent
}

async function takeBlock(db: Database, region: number, day: string): Promise<Block> {
  const [rows] = await db.commit(systemScope(region), [
    sql`
    insert into order_number_blocks as b (region_id, day, next) values (${region}, ${day}::date, ${1 + BLOCK})
    on conflict (region_id, day) do update set next = b.next + ${BLOCK} returning next`,
  ])
  const end = Number(rows?.[0]?.next)
  return { day, next: end - BLOCK, end }
}
