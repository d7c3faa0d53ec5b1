import type { Kind } from '@linli/contract/orders/words'
import type { PickedPlace } from '../../../places/hand/pickedPlace.ts'

/** What an order holds before it is sent. `null` in a contact field means: as it is known of the signed-in person. */
export type OrderDraft = {
  /** Made once; sending twice is one order. */
  readonly id: string
  readonly text: string
  readonly kind: Kind
  readonly item: string | null
  readonly photos: readonly string[]
  readonly voice: string | null
  readonly forAnother: boolean
  readonly place: PickedPlace | null
  readonly address: string | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly privacy: readonly Privacy[]
  readonly aboutUnit: string | null
}

export type Privacy = 'anonymous' | 'confidential'

export const EMPTY_DRAFT: OrderDraft = {
  id: '',
  text: '',
  kind: 'help',
  item: null,
  photos: [],
  voice: null,
  forAnother: false,
  place: null,
  address: null,
  contactName: null,
  contactPhone: null,
  privacy: [],
  aboutUnit: null,
}

/** What is known of the person who places it. */
export type Known = {
  readonly name: string
  readonly phone: string | null
  readonly path: string | null
  readonly areaName: string | null
  readonly room: string | null
}

/** Where and who, after filling what was left as known. For a neighbour nothing of oneself is filled in. */
export type Where = {
  readonly place: PickedPlace | null
  readonly address: string
  readonly contactName: string
  readonly contactPhone: string
}

/** Fills the draft from what is known of the person. */
export function whereOf(draft: OrderDraft, known: Known): Where {
  const home = known.path === null ? null : { path: known.path, name: known.areaName ?? known.path }
  const own = draft.forAnother ? undefined : known
  const place = draft.place ?? (own ? home : null)
  // The door number belongs to the home; at another place it would send the helper to the wrong door.
  const isHome = place !== null && place.path === home?.path
  return {
    place,
    address: draft.address ?? (own && isHome ? (own.room ?? '') : ''),
    contactName: draft.contactName ?? own?.name ?? '',
    contactPhone: draft.contactPhone ?? own?.phone ?? '',
  }
}

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/
export const phoneDigits = (phone: string) => phone.replace(/[\s-]/g, '')
export const isPhone = (phone: string) => PHONE.test(phoneDigits(phone))

/** Whether the second screen has nothing left to ask: a place, and a way to call back unless nobody shall know. */
export function isKnown(draft: OrderDraft, known: Known): boolean {
  const { place, contactPhone, contactName } = whereOf(draft, known)
  if (place === null) return false
  if (draft.forAnother) return contactName.trim() !== '' && isPhone(contactPhone)
  return isPhone(contactPhone) || draft.privacy.includes('anonymous')
}

/** The words of an order: what was written, or where to look when it was only spoken or photographed. */
export function detailOf(draft: Pick<OrderDraft, 'text' | 'voice' | 'photos'>): string {
  const text = draft.text.trim()
  if (text !== '') return text
  if (draft.voice !== null) return '语音点单，请听录音。'
  return draft.photos.length > 0 ? '照片点单，请看照片。' : ''
}

/** The command's body: only what was given, nothing empty. */
export function bodyOf(draft: OrderDraft, known: Known) {
  const { place, address, contactName, contactPhone } = whereOf(draft, known)
  const phone = phoneDigits(contactPhone)
  return {
    id: draft.id,
    channel: draft.forAnother ? ('proxy' as const) : ('hand' as const),
    kind: draft.kind,
    detail: detailOf(draft),
    path: place?.path ?? '/',
    ...(draft.item === null ? {} : { item: draft.item }),
    ...(address.trim() ? { address: address.trim() } : {}),
    ...(contactName.trim() ? { contactName: contactName.trim() } : {}),
    ...(isPhone(phone) ? { contactPhone: phone } : {}),
    ...(draft.forAnother ? { forAnother: true } : {}),
    ...(draft.privacy.includes('anonymous') ? { anonymous: true } : {}),
    ...(draft.privacy.includes('confidential') ? { confidential: true } : {}),
    ...(draft.aboutUnit === null ? {} : { aboutUnitId: draft.aboutUnit }),
    ...(draft.photos.length > 0 ? { photos: [...draft.photos] } : {}),
    ...(draft.voice === null ? {} : { voice: draft.voice }),
  }
}
