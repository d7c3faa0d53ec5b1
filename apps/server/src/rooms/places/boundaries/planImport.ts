import { isDeepStrictEqual } from 'node:util'
import type { FeatureError } from '@linli/contract/places/boundaryShapes'
import type { Region } from '../rules/geometry.ts'
import { areaFinder } from '../rules/matchAreas.ts'
import type { NewPosition } from '../store/outlines.ts'
import type { NamedArea } from '../views/outlines.ts'
import type { Feature } from './readFeatures.ts'

/** What a file would do: outlines and positions to be written, and every feature that cannot be taken. */
export type ImportPlan = {
  readonly outlines: readonly { readonly area: NamedArea; readonly region: Region }[]
  readonly positions: readonly NewPosition[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly errors: readonly FeatureError[]
}

/** @param mayDraw whether the person may draw there; what they may not is an error of the file, told like the others */
export function planImport(
  features: readonly Feature[],
  column: string,
  areas: readonly NamedArea[],
  mayDraw: (path: string) => boolean,
): ImportPlan {
  const find = areaFinder(areas)
  const errors: FeatureError[] = []
  const outlines: { area: NamedArea; region: Region }[] = []
  const positions: NewPosition[] = []
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const taken = new Map<string, number>()
  for (const feature of features) {
    const value = feature.says[column] ?? ''
    const found = find(value)
    const [area] = found
    const fault = feature.fault ?? (area && found.length === 1 ? undefined : notOne(value, found))
    const refuse = (problem: string, remedy: string) =>
      errors.push({ feature: feature.number, value, problem, remedy })
    if (fault || !area) {
      if (fault) refuse(fault.problem, fault.remedy)
      continue
    }
    const twice = taken.get(`${area.path}${feature.position ? '点' : '面'}`)
    if (twice !== undefined)
      refuse(`和第 ${twice} 个图形是同一个地点`, '请合并成一个图形，或改正其中一个的名称。')
    else if (!mayDraw(area.path)) refuse('您不能改这里的边界', '请删去这个图形，或请上一级的管理员来导入。')
    taken.set(`${area.path}${feature.position ? '点' : '面'}`, feature.number)
    const [now, next] = feature.position
      ? [area.position, feature.position.map(kept)]
      : [area.outline?.coordinates ?? null, feature.region]
    counts[now === null ? 'added' : isDeepStrictEqual(now, next) ? 'unchanged' : 'changed'] += 1
    if (isDeepStrictEqual(now, next)) continue
    if (feature.position) positions.push({ path: area.path, position: feature.position })
    else if (feature.region) outlines.push({ area, region: feature.region })
  }
  return { outlines, positions, ...counts, errors }
}

/** As the database gives a position back. */
const kept = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

function notOne(value: string, found: readonly NamedArea[]) {
  if (value === '') return { problem: '没有写是哪个地点', remedy: '请在这一列填上名称或编号。' }
  if (found.length === 0)
    return { problem: '没有叫这个名称或编号的地点', remedy: '请照“区域和住户”里的名称改，或先把它新设出来。' }
  return {
    problem: `有 ${found.length} 个地点都叫这个`,
    remedy: `请写全称，例如“${found[0]?.fullName}”，或先选定上级再导入。`,
  }
}
