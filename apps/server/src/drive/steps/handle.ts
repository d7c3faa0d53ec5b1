import type { OrderView } from '@linli/contract/orders/shapes'
import type { Play, Player } from '../cast.ts'
import { idFrom } from '../chance.ts'
import { type Moment, picture } from '../pictures.ts'
import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

/** 签收、首次联系、报进展、办好了, by whoever has the order, with the evidence that the order asks for. */
export async function handle(turn: Turn): Promise<string | null> {
  const { play, order, fate, chance } = turn
  const worker = order.handler ?? workerOf(play, turn.view)
  order.handler = worker
  const token = await worker.token()
  const params = { id: order.id }
  const view = turn.who === worker ? turn.view : await play.call('getOrder', { params }, token)
  const may = (verb: string) => view.actions.includes(verb)
  const { version } = view
  const send = { params, key: turn.key('handle') }
  if (may('signOrder')) {
    order.state = (await play.call('signOrder', { ...send, body: { version } }, token)).state
    return 'signOrder'
  }
  if (may('contactRequester')) {
    const how = chance.happens('visit', 0.3) ? 'visit' : 'phone'
    await play.call('contactRequester', { ...send, body: { version, how } }, token)
    return 'contactRequester'
  }
  const told = view.timeline.some((entry) => entry.verb === 'reportProgress')
  if (may('reportProgress') && !told && fate.happens('progress', play.habits.progress)) {
    const photos = fate.happens('progressPhoto', 0.5)
      ? [await upload(turn, token, view.item, 'progress')]
      : []
    await play.call(
      'reportProgress',
      { ...send, body: { version, text: words.progress(chance), photos } },
      token,
    )
    return 'reportProgress'
  }
  if (!may('handleOrder'))
    throw new Error(`${view.number} is ${view.state} and ${worker.name} may do nothing with it`)
  const needs = new Set<string>(view.evidenceNeeded)
  const name = (view.item ? play.item(view.item)?.name.zh : undefined) ?? view.title
  const body = {
    version,
    reply: words.reply(chance, view.item, name),
    resolved: fate.happens('partly', 0.05) ? ('partlySolved' as const) : ('solved' as const),
    confirmed: true,
    ...(needs.has('beforePhoto') ? { beforePhotos: [await upload(turn, token, view.item, 'before')] } : {}),
    ...(needs.has('afterPhoto') ? { afterPhotos: [await upload(turn, token, view.item, 'after')] } : {}),
  }
  order.state = (await play.call('handleOrder', { ...send, body }, token)).state
  return 'handleOrder'
}

/** Who has the order by the desk's own words, after a restart. @throws when it is nobody of the cast */
function workerOf({ cast }: Play, { owner, number }: OrderView): Player {
  const found =
    owner.kind === 'unit'
      ? cast.units.get(owner.name ?? '')
      : cast.helpers.find((helper) => helper.name === owner.name)
  if (!found) throw new Error(`${number} lies with ${owner.name ?? owner.kind}, who is not of the cast`)
  return found
}

/** Uploads the picture that belongs to this very step: a repeat answers with the same file. */
async function upload(turn: Turn, token: string, item: string | null, moment: Moment): Promise<string> {
  return uploadPicture(
    turn.play,
    token,
    item,
    moment,
    idFrom(turn.play.seed, turn.order.id, turn.view.version, moment),
  )
}

/** Uploads a drawn picture. @returns the file's id */
export async function uploadPicture(
  { call }: Pick<Play, 'call'>,
  token: string,
  item: string | null,
  moment: Moment,
  key: string,
): Promise<string> {
  const bytes = await picture(item, moment, key)
  const { id } = await call(
    'uploadPhoto',
    { key, file: { name: `${moment}.jpg`, type: 'image/jpeg', bytes } },
    token,
  )
  return id
}
