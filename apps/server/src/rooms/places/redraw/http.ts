import { redrawEndpoints } from '@linli/contract/places/endpoints'
import type { Database } from '../../../kernel/db/database.ts'
import { room } from '../../../kernel/http/room.ts'
import { oneByOne } from '../../../kernel/outbox/listeners.ts'
import { notFound } from '../../../kernel/problem.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { forgetOutlines } from '../boundaries/outlinesNow.ts'
import { placeRules } from '../placeRules.ts'
import type { RedrawNeeds } from './needs.ts'
import { endPartyBody, openPartyBody } from './partyBodies.ts'
import { redrawPolicy } from './policy.ts'
import { previewRedraw, redrawAreas } from './redrawAreas.ts'
import { followMap } from './store/followMap.ts'
import { moveHouseholds } from './store/redraw.ts'
import { listRedraws, partyBodiesAt, redrawById } from './views.ts'

/** Homes, outlines, positions and other names of ended areas go to the successors. Safe to repeat. */
export async function followPlaces(db: Database, region: number): Promise<void> {
  await moveHouseholds(db, region)
  if ((await followMap(db, region)) > 0) forgetOutlines(db, region)
  forgetAddresses(db, region)
}

/** Moving, splitting and merging areas, and the party bodies that stand at them. */
export const redrawRoom = (needs: RedrawNeeds) => {
  const { db } = needs
  return room({
    name: 'redraw',
    endpoints: redrawEndpoints,
    policy: redrawPolicy,
    listeners: {
      'places.areasRedrawn.1': oneByOne(async ({ region }) => {
        await followPlaces(db, region)
      }),
    },
    handlers: {
      previewRedraw: ({ me, body }) => previewRedraw(needs, me, body),
      redrawAreas: (request) => redrawAreas(needs, request),
      listRedraws: ({ me, query }) => listRedraws(db, me, query),
      getRedraw: async ({ me, params }) => {
        const redraw = await redrawById(db, me, params.id)
        if (!redraw) throw notFound()
        return redraw
      },
      listPartyBodies: async ({ me, scope, query }) => {
        const rules = await placeRules(db, me.region)
        return {
          kinds: rules.partyBodies.map(({ key, name }) => ({ key, name })),
          items: await partyBodiesAt(db, scope, rules, query.path, query.on),
        }
      },
      openPartyBody: (request) => openPartyBody(needs, request),
      endPartyBody: (request) => endPartyBody(needs, request),
    },
  })
}
