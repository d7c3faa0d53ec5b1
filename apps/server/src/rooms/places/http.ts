import type { Position } from '@linli/contract/places/boundaryShapes'
import { placeEndpoints } from '@linli/contract/places/endpoints'
import { rangesOf } from '../../kernel/auth/actor.ts'
import type { Deps } from '../../kernel/deps.ts'
import { room } from '../../kernel/http/room.ts'
import { demand } from '../../kernel/policy/policy.ts'
import { notFound } from '../../kernel/problem.ts'
import { takingTurns } from '../../kernel/turns.ts'
import { closeArea } from './actions/closeArea.ts'
import { IMPORTS_AT_ONCE, importRegister } from './actions/importRegister.ts'
import { openArea } from './actions/openArea.ts'
import { renameArea } from './actions/renameArea.ts'
import { cursor, pageOf } from './paging.ts'
import { placeRules } from './placeRules.ts'
import { placesPolicy, ROOM_READERS, standingAt } from './policy.ts'
import { areasRegister } from './registers/areas.ts'
import { householdsRegister } from './registers/households.ts'
import type { Register } from './registers/register.ts'
import { templateOf } from './registers/template.ts'
import { searchAddresses } from './views/addresses.ts'
import { areaById, areaByPath, areaBySlug, areasBelow, codesBelow } from './views/areas.ts'
import { householdsBelow } from './views/households.ts'
import { placeView } from './views/place.ts'
import { runById } from './views/runs.ts'
import { units } from './views/units.ts'

const nearOf = ({ longitude, latitude }: { longitude?: number; latitude?: number }): Position | undefined =>
  longitude === undefined || latitude === undefined ? undefined : [longitude, latitude]

export type PlacesOptions = {
  /** For so long a request waits for its import; then it is answered, and the import goes on. */
  readonly patienceMilliseconds?: number
  /** Hears of an import that failed after its request was answered. */
  readonly report?: (error: Error) => void
}
const PATIENCE_MILLISECONDS = 5000

/** @param registers registers of other rooms that come in by the same door: people */
export const placesRoom = (deps: Deps, registers: readonly Register[], options: PlacesOptions = {}) => {
  const { db } = deps
  const needs = {
    ...deps,
    turn: takingTurns(IMPORTS_AT_ONCE),
    patienceMilliseconds: options.patienceMilliseconds ?? PATIENCE_MILLISECONDS,
    report: options.report ?? ((error: Error) => process.emitWarning(error)),
  }
  const all = [areasRegister, householdsRegister, ...registers]
  const registerOf = (key: string): Register => {
    const register = all.find((register) => register.key === key)
    if (!register) throw notFound()
    return register
  }
  return room({
    name: 'places',
    endpoints: placeEndpoints,
    policy: placesPolicy,
    handlers: {
      getPlace: async ({ region }) => placeView(await placeRules(db, region)),
      findPlaceByCode: async ({ region, params }) => {
        const place = await areaBySlug(db, region, params.slug)
        if (!place) throw notFound()
        return place
      },
      listAreas: async ({ me, scope, query }) => ({
        items: await areasBelow(db, scope, await placeRules(db, me.region), query.parent ?? '/'),
      }),
      getArea: async ({ me, scope, query }) => {
        const area = await areaByPath(db, scope, await placeRules(db, me.region), query.path)
        if (!area) throw notFound()
        return area
      },
      openArea: (request) => openArea(deps, request),
      renameArea: (request) => renameArea(deps, request),
      closeArea: (request) => closeArea(deps, request),
      areaCodeSheet: async ({ me, scope, params, publicUrl }) => {
        const area = await areaById(db, scope, params.id)
        if (!area) throw notFound()
        demand(placesPolicy.operations.areaCodeSheet, me, standingAt(me, area.path))
        const { levels } = await placeRules(db, me.region)
        const doors = levels.slice(-2).map((level) => level.key) // where people live: building and entrance
        const codes = await codesBelow(db, scope, area.path, doors)
        return {
          area: area.fullName || area.name,
          codes: codes.map((code) => ({ ...code, link: `${publicUrl}/q/${code.slug}` })),
        }
      },
      listUnits: async ({ scope }) => ({ items: await units(db, scope) }),
      listHouseholds: async ({ me, scope, query }) => {
        demand(placesPolicy.operations.listHouseholds, me, standingAt(me, query.path))
        const limit = query.limit ?? 20
        const after = cursor(query.after, 2)
        const found = await householdsBelow(
          db,
          scope,
          rangesOf(me, ROOM_READERS),
          query.path,
          limit + 1,
          after,
        )
        return pageOf(found, limit, ({ path, room }) => [path, room])
      },
      searchAddresses: async ({ me, scope, query }) => ({
        items: await searchAddresses(db, scope, query.q, rangesOf(me, ROOM_READERS), nearOf(query)),
      }),
      importRegister: (request) => importRegister(needs, registerOf(request.params.register), request),
      followImport: async ({ scope, params }) => {
        const run = await runById(db, scope, params.id)
        if (!run) throw notFound()
        return run
      },
      registerTemplate: async ({ me, params }) => {
        const register = registerOf(params.register)
        return {
          file: templateOf(register.key, register.columns(await placeRules(db, me.region))),
          mediaType: placeEndpoints.registerTemplate.file,
          name: `${register.key}.xlsx`,
        }
      },
    },
  })
}
