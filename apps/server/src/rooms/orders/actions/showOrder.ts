import { personalData, photoNotYours } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { holdsPersonalData } from '../rules/redact.ts'
import { NOW } from '../store/order.ts'
import { hideStatement, publishStatement } from '../store/publication.ts'
import { publicationFacts } from '../views/publicationFacts.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/** 同意晒单: the requester agrees to a redacted publication; it can be taken back at any time by hiding. */
export const consentToShow = (needs: OrderNeeds, id: string, by: By) =>
  takeStep(needs, id, 'consentToShow', by, () => ({ set: { show_consent_at: NOW } }))

/**
 * 晒单: a reviewed, redacted text under a random address. Refused while a phone, an ID number or a party's name stands in it.
 * @throws personalData, photoNotYours (a photo that is not this order's)
 */
export function showOrder(
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.showOrder>,
) {
  return takeStep(needs, id, 'showOrder', by, async (order) => {
    const facts = await publicationFacts(needs.db, region, id)
    if (holdsPersonalData([body.title, body.need, body.outcome], facts.names)) throw personalData()
    const photos = body.photos ?? []
    if (photos.some((photo) => !facts.photos.includes(photo))) throw photoNotYours()
    return {
      set: { shown_at: NOW },
      also:
        'actor' in by
          ? [
              hideStatement(region, id),
              publishStatement(region, order, by.actor.personId, { ...body, photos }),
            ]
          : [],
    }
  })
}

/** 撤下晒单: by the publisher what is shown, by the requester at any time; the consent goes with it. */
export const hideOrder = (needs: OrderNeeds, region: number, id: string, by: By) =>
  takeStep(needs, id, 'hideOrder', by, () => ({
    set: { shown_at: null, show_consent_at: null },
    also: [hideStatement(region, id)],
  }))
