import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { move, place, type World } from '../../scenarios/kit/moves.ts'
import { type Answer, ask, openTown, type Person, seat, type Town, until } from '../../scenarios/kit/town.ts'
import { openPage, type PageSettings } from './browser/openPage.ts'

const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/', '13800000001'],
  ['陈建国', '志愿者', '/s01/c01/g01/', '13800000002'],
  ['刘小燕', '志愿者', '/s01/c01/g01/', '13800000003'],
  ['徐建国', '楼栋长', '/s01/c01/g01/b1/', '13800000004'],
  ['赵敏', '社区工作者', '/s01/c01/', ''],
  ['孙丽', '审核员', '/s01/', ''],
  ['周洁', '回访员', '/s01/', ''],
  ['吴芳', '公开审核员', '/s01/', ''],
  ['郑伟', '区级管理员', '/', ''],
] as const

/** A town that answers in a browser, with its people seated and nothing asked for yet. */
export async function openPeopledTown(): Promise<World> {
  const town = await openTown('xihu', true)
  for (const [name, post, where, phone] of CAST)
    await seat(town, 'xihu', {
      name,
      post,
      where,
      phone,
      skill: post === '志愿者' ? '水暖' : '',
      homeEntry: post === '志愿者',
    })
  return { ...town, orderId: '', placedBy: '', lastAnswers: [], winner: '', loser: '' }
}

export function personOf({ people }: Town, name: string): Person {
  const person = people.get(name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

/** A phone of one's own, signed in by a session cookie; another token is another session of the same person. */
export async function takePhone(
  town: Town,
  browser: Browser,
  name: string,
  settings: PageSettings = {},
  token = personOf(town, name).token,
): Promise<Page> {
  const page = await openPage(browser, settings)
  await page
    .context()
    .addCookies([{ name: 'linli_session', value: token, url: town.address, httpOnly: true, sameSite: 'Lax' }])
  return page
}

/** What the server answers one of the people. @throws when it refuses */
export async function read<T>(town: Town, name: string, path: string): Promise<T> {
  const { status, body } = await ask(town, personOf(town, name), 'GET', path)
  if (status !== 200) throw new Error(`${name} ${path}: ${status} ${JSON.stringify(body)}`)
  return body as T // the contract's shape of this read
}

/** A step by somebody at a desk, which these tests do not look at. @throws when it is refused */
export async function step(
  world: World,
  name: string,
  word: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await move(world, name, word, new Map(Object.entries(fields)))
  if (answer.status >= 300) throw new Error(`${name} ${word}: ${JSON.stringify(answer.body)}`)
  return answer
}

/** An order of the resident for a small repair, taken by a helper, done with photos and approved: it waits for its rating. */
export async function bringToFollowUp(world: World, helper: string): Promise<string> {
  await place(world, '王秀兰', '水龙头水管小修', new Map())
  await bringAgain(world, helper, '抢单')
  return world.orderId
}

/** From the claim, or from rework, to the approval. */
export async function bringAgain(world: World, helper: string, first: '抢单' | '首次联系'): Promise<void> {
  if (first === '抢单') {
    // The system itself offers what is on the list; its step comes a moment later.
    await until(async () => {
      const { status, body } = await move(world, helper, '抢单', new Map())
      return status === 200 ? null : JSON.stringify(body)
    })
  }
  await step(world, helper, '首次联系')
  await step(world, helper, '办好了', { 照片: '办理前、办理后' })
  await step(world, '孙丽', '审核通过')
}

/** A photo as a camera gives it. */
export async function photoFile(name: string) {
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7c59' } })
    .jpeg()
    .toBuffer()
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer }
}
