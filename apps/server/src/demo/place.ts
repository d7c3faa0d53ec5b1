import type { Player } from '../drive/cast.ts'
import { idFrom } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'
import { uploadPicture } from '../drive/steps/handle.ts'
import type { Driven } from '../drive/turn.ts'
import type { PlannedOrder } from './plan.ts'
import { BUILDING_HEADS, STAFF } from './roster.ts'
import { entrancePath, type TownMap } from './town.ts'

type Tokens = (phone: string) => Promise<string>

/** Places a planned order by its own door: the resident, a 楼栋长, the intake desk or the grid worker. Safe to repeat. */
export async function place(call: Call, tokens: Tokens, town: TownMap, order: PlannedOrder): Promise<Driven> {
  const { id, requester, need, channel } = order
  const path = pathOf(town, order)
  const placer = placerOf(order)
  const token = await tokens(placer.phone)
  const other = placer.phone !== requester.phone
  const key = (name: string): string => idFrom(id, name)
  const photos = order.withPhoto
    ? [await uploadPicture({ call }, token, need.item ?? need.fits ?? null, 'asked', key('photo'))]
    : []
  const body = {
    id,
    channel,
    kind: order.kind,
    ...(need.item ? { item: need.item } : { title: need.text.split('，')[0] ?? need.text }),
    detail: order.detail,
    path,
    address: `${requester.door.compound}${requester.door.building}${requester.door.entrance}${requester.door.room}室`,
    contactPhone: requester.phone,
    contactName: requester.name,
    ...(other ? { forAnother: true } : {}),
    ...(order.anonymous ? { anonymous: true } : {}),
    ...(order.confidential ? { confidential: true } : {}),
    ...(photos.length > 0 ? { photos } : {}),
  }
  const { state } = await call('placeOrder', { body, key: key('place') }, token)
  return drivenOf(tokens, town, order, state)
}

/** The order as the driver knows it. */
export function drivenOf(tokens: Tokens, town: TownMap, order: PlannedOrder, state: Driven['state']): Driven {
  const { name, phone } = order.requester
  const requester: Player = { name, phone, token: () => tokens(phone) }
  return {
    id: order.id,
    path: pathOf(town, order),
    requester,
    wantedItem: order.need.fits,
    state,
    handler: undefined,
  }
}

const pathOf = (town: TownMap, { requester }: PlannedOrder): string => entrancePath(town, requester.door)

function placerOf({ channel, requester }: PlannedOrder): { phone: string } {
  const { door } = requester
  if (channel === 'proxy')
    return (
      BUILDING_HEADS.find((head) => head.door.compound === door.compound && head.phone !== requester.phone) ??
      requester
    )
  if (channel === 'gridReport')
    return (
      STAFF.gridWorkers.find(({ posts }) =>
        posts.some(
          (post) => 'at' in post && post.at.join() === [door.street, door.community, door.grid].join(),
        ),
      ) ?? requester
    )
  if (channel === 'telephone' || channel === 'counter')
    return (
      STAFF.duty.find(({ posts }) => posts.some((post) => 'at' in post && post.at[1] === door.community)) ??
      requester
    )
  return requester
}
