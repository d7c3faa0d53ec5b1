import { personOf, type World } from './moves.ts'
import { ask } from './town.ts'

/** What the place answers to somebody, as the contract says; a refusal fails the scene. */
export async function told<T = Record<string, unknown>>(
  world: World,
  name: string,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<T> {
  const answer = await ask(world, personOf(world, name), method, path, body)
  if (answer.status >= 300) throw new Error(`没有办成：${JSON.stringify(answer.body)}`)
  return answer.body as T // the contract's answer to this path
}
/** Why somebody is refused: the code that the contract prints. */
export async function refused(world: World, name: string, path: string, body: object = {}): Promise<string> {
  const { status, body: answer } = await ask(world, personOf(world, name), 'POST', path, body)
  return status < 300 ? '没有被拒绝' : String(answer['code'])
}

/** All items of a list that comes in pages. */
export async function allOf<T>(world: World, name: string, path: string): Promise<T[]> {
  const items: T[] = []
  const sign = path.includes('?') ? '&' : '?'
  for (let after: string | null = ''; after !== null; ) {
    const page: { items: T[]; next: string | null } = await told(
      world,
      name,
      'GET',
      `${path}${sign}limit=100${after ? `&after=${after}` : ''}`,
    )
    items.push(...page.items)
    after = page.next
  }
  return items
}

/** A day of the region, so many days from today by the house's clock. */
export const dayOf = (world: World, ahead = 0): string =>
  new Date(Date.now() + world.house.db.shift() + (ahead * 24 + 8) * 3_600_000).toISOString().slice(0, 10)
