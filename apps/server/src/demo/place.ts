import type { Player } from '../drive/cast.ts'
import { idFrom } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'
import { uploadPicture } from '../drive/steps/handle.ts'
import type { Driven } from '../drive/turn.ts'
import type { PlannedOrder } from './plan.ts'
import type { Post, PostHolder } from './roster.ts'
import type { Setting } from './setting.ts'
import { type Door, doorPath, type TownMap } from './town.ts'

type Tokens = (phone: string) => Promise<string>

/** What placing needs of a town. */
export type Where = {
  readonly call: Call
  readonly tokens: Tokens
  readonly map: TownMap
  readonly setting: Setting
}

/** Places a planned order by its own door: the resident, a 楼栋长, the intake desk or the grid worker. Safe to repeat. */
export async function place(town: Where, order: PlannedOrder): Promise<Driven> {
  const { call, tokens, setting } = town
  const { id, requester, need } = order
  const path = pathOf(town, order)
  const placer = placerOf(setting, order) ?? requester
  const token = await tokens(placer.phone)
  const other = placer.phone !== requester.phone
  const key = (name: string): string => idFrom(id, name)
  const photos = order.withPhoto
    ? [await uploadPicture({ call }, token, need.item ?? need.fits ?? null, 'asked', key('photo'))]
    : []
  const body = {
    id,
    channel: placer === requester ? 'hand' : order.channel,
    kind: order.kind,
    ...(need.item ? { item: need.item } : { title: need.text.split('，')[0] ?? need.text }),
    detail: order.detail,
    path,
    address: addressOf(setting, requester.door),
    contactPhone: requester.phone,
    contactName: requester.name,
    ...(other ? { forAnother: true } : {}),
    ...(order.anonymous ? { anonymous: true } : {}),
    ...(order.confidential ? { confidential: true } : {}),
    ...(photos.length > 0 ? { photos } : {}),
  }
  const { state } = await call('placeOrder', { body, key: key('place') }, token)
  return drivenOf(town, order, state)
}

/** The order as the driver knows it. */
export function drivenOf(town: Where, order: PlannedOrder, state: Driven['state']): Driven {
  const { name, phone } = order.requester
  const requester: Player = { name, phone, token: () => town.tokens(phone) }
  return {
    id: order.id,
    path: pathOf(town, order),
    requester,
    wantedItem: order.need.fits,
    state,
    handler: undefined,
  }
}

const pathOf = ({ map, setting }: Where, { requester }: PlannedOrder): string =>
  doorPath(map, setting.layout, requester.door)

/** From the compound down to the door: 柳岸新村2栋1单元301室. */
function addressOf({ layout }: Setting, door: Door): string {
  const building = layout.levels.findIndex(({ key }) => key === 'building')
  return `${door.compound}${door.names.slice(building).join('')}${door.room}室`
}

/** Whose hand places it instead of the requester's, if somebody has that post there. */
function placerOf({ layout, roster }: Setting, { channel, requester }: PlannedOrder): PostHolder | undefined {
  const way = layout.way(requester.door, layout.levels.at(-1)?.key ?? '')
  const reaches = (post: Post): boolean => 'at' in post && post.at.every((name, depth) => way[depth] === name)
  const onTheSpot = (people: readonly PostHolder[]) => people.find(({ posts }) => posts.some(reaches))
  switch (channel) {
    case 'proxy':
      return roster.buildingHeads.find(
        (head) => head.door.compound === requester.door.compound && head.phone !== requester.phone,
      )
    case 'gridReport':
      return onTheSpot(roster.staff.gridWorkers)
    case 'telephone':
    case 'counter':
      return onTheSpot(roster.staff.duty)
    default:
      return undefined
  }
}
