import type { Level } from '@linli/contract'
import type { OutlineRow } from '@linli/contract/places/boundaryShapes'
import { boundaryEndpoints } from '@linli/contract/places/endpoints'
import type { Deps } from '../../../kernel/deps.ts'
import { room } from '../../../kernel/http/room.ts'
import type { MapGround } from '../../../kernel/map/settings.ts'
import { notFound } from '../../../kernel/problem.ts'
import { type PlaceRules, placeRules } from '../placeRules.ts'
import { squareMetres } from '../rules/geometry.ts'
import { lightened } from '../rules/simplify.ts'
import { areaById, areaNames } from '../views/areas.ts'
import {
  levelDrawnBelow,
  type OutlineLine,
  outlineHistory,
  outlinesBelow,
  outlinesOfLevel,
} from '../views/outlines.ts'
import { offsetAt } from './coordinates.ts'
import { importOutlines } from './importOutlines.ts'
import { outlinesNow } from './outlinesNow.ts'
import { boundaryPolicy } from './policy.ts'
import { setOutline } from './setOutline.ts'
import { setPosition } from './setPosition.ts'

/** Where areas lie: outlines, positions, and the area of a point. @param ground what lies under the map, by configuration */
export const boundariesRoom = (deps: Deps, ground: MapGround) => {
  const { db } = deps
  return room({
    name: 'boundaries',
    endpoints: boundaryEndpoints,
    policy: boundaryPolicy,
    handlers: {
      listOutlines: async ({ me, scope, query: { parent = '/', level } }) => {
        // Streets are seldom drawn: without a level, the map opens on the first one that has something to show.
        const asked = level ?? (await levelDrawnBelow(db, scope, parent))
        const found =
          asked === undefined
            ? await outlinesBelow(db, scope, parent)
            : await outlinesOfLevel(db, scope, parent, asked)
        return { items: shown(found, await placeRules(db, me.region)) }
      },
      getOutline: async ({ scope, params, query }) => {
        const area = await areaById(db, scope, params.id)
        if (!area) throw notFound()
        return outlineHistory(db, scope, area.path, query.version)
      },
      setOutline: (request) => setOutline(deps, request),
      setPosition: (request) => setPosition(deps, request),
      importOutlines: (request) => importOutlines(deps, request),
      areaAtPoint: async ({ me, scope, query }) => {
        const found = (await outlinesNow(db, me.region)).at(query.longitude, query.latitude)
        if (!found) return { area: null }
        const { path, level, name } = found
        const [names, rules] = await Promise.all([areaNames(db, scope, [path]), placeRules(db, me.region)])
        return {
          area: { path, level, levelName: levelName(rules, level), fullName: names.get(path) ?? name },
        }
      },
      getMapSettings: async ({ me }) => {
        const bounds = (await outlinesNow(db, me.region)).bounds
        const centre = bounds && ([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] as const)
        return { tiles: ground.tiles ?? null, offset: centre ? offsetAt(centre) : null }
      },
    },
  })
}

const levelName = (rules: PlaceRules, key: string): Level['name'] =>
  rules.levels.find((level) => level.key === key)?.name ?? rules.name

function shown(lines: readonly OutlineLine[], rules: PlaceRules): OutlineRow[] {
  const whole = lines.map(({ outline }) => outline?.coordinates)
  const light = lightened(whole)
  return lines.map((line, at) => {
    const [exact, coordinates] = [whole[at], light[at]]
    return {
      ...line,
      fullName: line.fullName || line.name,
      levelName: levelName(rules, line.level),
      outline: coordinates ? { type: 'MultiPolygon', coordinates } : null,
      simplified: coordinates !== exact,
      squareMetres: exact ? Math.round(squareMetres(exact)) : null,
    }
  })
}
