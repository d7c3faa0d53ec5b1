import type { KnownArea } from '../views/registers.ts'
import type { Step } from './chain.ts'

/** Areas by parent, name and compound: how a row of words finds a path. */
export type AreaIndex = {
  find(parent: string, step: Step): KnownArea | undefined
  /** Codes ever used below a parent. */
  used(parent: string): Set<string>
  add(area: KnownArea): void
  /** The path that the steps lead to, or the first step that is not known. */
  walk(steps: readonly Step[]): { path: string; missing?: undefined } | { missing: Step; path?: undefined }
}

export function areaIndex(areas: readonly KnownArea[]): AreaIndex {
  const byName = new Map<string, KnownArea>()
  const codes = new Map<string, Set<string>>()
  const nameOf = (parent: string, name: string, compound: string | null) =>
    JSON.stringify([parent, name, compound ?? ''])
  const used = (parent: string): Set<string> => {
    const known = codes.get(parent) ?? new Set<string>()
    codes.set(parent, known)
    return known
  }
  const add = (area: KnownArea): void => {
    if (area.parentPath === null) return
    used(area.parentPath).add(area.code)
    if (!area.closed) byName.set(nameOf(area.parentPath, area.name, area.compound), area)
  }
  for (const area of areas) add(area)
  const find = (parent: string, step: Step) => byName.get(nameOf(parent, step.name, step.compound))
  return {
    find,
    used,
    add,
    walk: (steps) => {
      let path = '/'
      for (const step of steps) {
        const area = find(path, step)
        if (!area) return { missing: step }
        path = area.path
      }
      return { path }
    },
  }
}
