import type { LedgerList, LedgerPage, LedgerTotals, RetiredPage } from '@linli/contract/ledgers/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { ask, until } from '../town.ts'

async function told<T>(world: World, name: string, path: string): Promise<T> {
  const { status, body } = await ask(world, personOf(world, name), 'GET', path)
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(body)}`)
  return body as T // the contract's answer to this path
}
const ledgersOf = (world: World, name: string) => told<LedgerList>(world, name, '/ledgers')

/** Where the ledger of this name stands for the reader. */
async function named(world: World, name: string, ledger: string): Promise<string> {
  const found = (await ledgersOf(world, name)).items.find((one) => one.name.zh === ledger)
  if (!found) throw new Error(`${name}没有“${ledger}”`)
  return `/ledgers/${found.key}`
}

export const ledgerSteps = [
  step<World>('{}的网格一共上报过{n}件{}', async (world, [path = '', count = '', item = '']) => {
    const key = world.preset.catalogue.find(({ name }) => name.zh === item)?.key ?? null
    await world.house.db.commit(systemScope(1), [
      sql`with made as (select gen_random_uuid() as id, row_number() over () + (select count(*) from orders where region_id = 1) as n
          from generate_series(1, ${Number(count)})),
        placed as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by)
          select 1, id, '260301-' || lpad(n::text, 6, '0'), 1, 'closed', 'help', 'gridReport', 'ordinary', ${key}, ${path}, ${path}, app_now(), ${newId()}::uuid from made)
        insert into order_texts (region_id, order_id, title, detail) select 1, id, ${item}, '' from made`,
    ])
  }),
  step<World>(
    '{}看到的{}合计{n}件，其中{}',
    async (world, [name = '', ledger = '', count = '', parts = '']) => {
      const totals = await told<LedgerTotals>(world, name, `${await named(world, name, ledger)}/totals`)
      const seen = totals.groups.map((group) => `${group.name.zh}${group.count}件`).join('、')
      expect(totals.count).toBe(Number(count))
      expect(seen).toBe(parts)
      expect(totals.groups.reduce((sum, group) => sum + group.count, 0)).toBe(totals.count)
    },
  ),
  step<World>('{}的台账里有一套{}，分成{n}本', async (world, [name = '', set = '', count = '']) => {
    const found = (await ledgersOf(world, name)).sets.find((one) => one.name.zh === set)
    expect(found?.parts).toHaveLength(Number(count))
  }),
  step<World>('{}能翻看{}，不用再填一遍', async (world, [name = '', ledger = '']) => {
    const page = await told<LedgerPage>(world, name, `${await named(world, name, ledger)}/rows`)
    expect(page.items).toBeInstanceOf(Array)
  }),
  step<World>(
    '{}看到本月有{n}本纸质台账不用手写，省下的时间写明是估计',
    async (world, [name = '', count = '']) => {
      await until(async () => {
        const { months, items } = await told<RetiredPage>(world, name, '/retired-ledgers?months=1')
        expect(items.every(({ ground }) => ground.zh.includes('估计'))).toBe(true)
        const ledgers = months[0]?.ledgers
        return ledgers === Number(count) ? null : `不用手写的是${ledgers}本，不是${count}本`
      })
    },
  ),
]
