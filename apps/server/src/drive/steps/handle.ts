import type { Play, Player } from '../cast.ts'
import { idFrom } from '../chance.ts'
import { type Moment, picture } from '../pictures.ts'
import { hasTaken, may, type Sight, type Step } from '../sight.ts'
import type { Turn } from '../turn.ts'
import { words } from '../words.ts'

/** 签收、首次联系、报进展、办好了, by whoever has the order, with the evidence that the item asks for. */
export async function handle(turn: Turn): Promise<Step> {
  const { play, order, view, fate, chance } = turn
  const worker = order.handler ?? workerOf(play, view)
  order.handler = worker
  const token = await worker.token()
  const params = { id: order.id }
  const { version } = view
  const send = { params, key: turn.key('handle') }
  if (may(view, 'signOrder'))
    return { verb: 'signOrder', answer: await play.call('signOrder', { ...send, body: { version } }, token) }
  if (may(view, 'contactRequester')) {
    const how = chance.happens('visit', 0.3) ? 'visit' : 'phone'
    const answer = await play.call('contactRequester', { ...send, body: { version, how } }, token)
    return { verb: 'contactRequester', answer, change: { contacted: true } }
  }
  const photo = (moment: Moment): Promise<string> => upload(turn, token, view.item, moment)
  if (!hasTaken(view, 'reportProgress') && fate.happens('progress', play.habits.progress)) {
    const photos = fate.happens('progressPhoto', 0.5) ? [await photo('progress')] : []
    const body = { version, text: words.progress(chance), photos }
    return {
      verb: 'reportProgress',
      answer: await play.call('reportProgress', { ...send, body }, token),
      photos,
    }
  }
  const item = view.item ? play.item(view.item) : undefined
  const resolved = fate.happens('partly', 0.05) ? ('partlySolved' as const) : ('solved' as const)
  const needs = new Set<string>(item?.evidence)
  const beforePhotos = needs.has('beforePhoto') ? [await photo('before')] : []
  const afterPhotos = needs.has('afterPhoto') ? [await photo('after')] : []
  const body = {
    version,
    reply: words.reply(chance, view.item, item?.name.zh ?? view.title),
    resolved,
    confirmed: true,
    ...(beforePhotos.length > 0 ? { beforePhotos } : {}),
    ...(afterPhotos.length > 0 ? { afterPhotos } : {}),
  }
  return {
    verb: 'handleOrder',
    answer: await play.call('handleOrder', { ...send, body }, token),
    change: { result: resolved },
    photos: [...beforePhotos, ...afterPhotos],
  }
}

/** Who has the order by the desk's own words, after a restart. @throws when it is nobody of the cast */
function workerOf({ cast }: Play, { owner, number }: Sight): Player {
  const found =
    owner?.kind === 'unit'
      ? cast.units.get(owner.name ?? '')
      : cast.helpers.find((helper) => helper.name === owner?.name)
  if (!found) throw new Error(`${number} lies with ${owner?.name ?? owner?.kind}, who is not of the cast`)
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
