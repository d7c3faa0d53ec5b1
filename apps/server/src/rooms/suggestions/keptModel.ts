import type { Database } from '../../kernel/db/database.ts'
import type { Model } from './rules/model.ts'
import { unpacked } from './rules/packed.ts'
import { modelBytes, newestModel } from './store.ts'

/** For so long another instance's learning may go unseen here. */
const FRESH_MILLISECONDS = 30_000

type Entry = { readonly id: string | undefined; readonly model: Model | undefined; checkedAt: number }
const kept = new WeakMap<Database, Map<number, Entry>>()

/** The region's model, kept in this process; undefined while the items' own names do better than what was learned. */
export async function modelOf(db: Database, region: number): Promise<Model | undefined> {
  const regions = kept.get(db) ?? new Map<number, Entry>()
  kept.set(db, regions)
  const entry = regions.get(region)
  if (entry && performance.now() - entry.checkedAt < FRESH_MILLISECONDS) return entry.model
  const id = await newestModel(db, region)
  if (entry && entry.id === id) {
    entry.checkedAt = performance.now()
    return entry.model
  }
  const found = id === undefined ? undefined : await modelBytes(db, region, id)
  const model = found?.basis === 'learned' ? unpacked(found.model) : undefined
  regions.set(region, { id, model, checkedAt: performance.now() })
  return model
}

/** After this process has learned itself: the next question reads the new model. */
export const forgetModel = (db: Database, region: number): void => void kept.get(db)?.delete(region)
