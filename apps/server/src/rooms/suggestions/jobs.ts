import { systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { inWorker } from '../../kernel/solver/inWorker.ts'
import { forgetModel } from './keptModel.ts'
import type { Learning, Lessons } from './learnFrom.ts'
import type { SuggestionNeeds } from './needs.ts'
import { keepModel, learnedWithin } from './store.ts'
import { confirmed } from './views/orders.ts'

const MOST_LESSONS = 6000
/** Below so many confirmed orders the items' own names do better. */
const LEAST_LESSONS = 60
const ONE_NIGHT_HOURS = 20
const MOST_SECONDS = 300

/**
 * Learns anew what items orders have, from those whose item was confirmed: an item that intake corrected is the lesson, not
 * what stood there before. Beside the server's own thread, once a night whichever instance comes first.
 * @returns whether a model was learned
 */
export async function learnNightly({ db, terms }: SuggestionNeeds, region: number): Promise<boolean> {
  if (await learnedWithin(db, region, ONE_NIGHT_HOURS)) return false
  const orders = await confirmed(db, region, MOST_LESSONS)
  if (orders.length < LEAST_LESSONS) return false
  const { items } = await terms(region)
  const lessons: Lessons = {
    orders: orders.map(({ text, item }) => ({ text, item })),
    items: items.map(({ key, name, alias }) => ({ key, name, alias })),
  }
  const learning = await inWorker<Learning | undefined>({
    module: new URL('./learnFrom.ts', import.meta.url),
    name: 'learnFrom',
    input: lessons,
    seconds: MOST_SECONDS,
  })
  if (!learning) return false
  await db.commit(systemScope(region), keepModel(region, newId(), learning.learned, learning.bytes))
  forgetModel(db, region)
  return true
}
