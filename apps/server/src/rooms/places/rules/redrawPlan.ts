import { below, nextCode } from './codes.ts'

/** An area of the tree as a plan sees it; closed ones too, since their codes are never used again. */
export type TreeArea = {
  readonly path: string
  readonly parentPath: string | null
  readonly level: string
  readonly code: string
  readonly name: string
  readonly compound: string | null
  readonly closed: boolean
}
export type WantedPart = {
  readonly to?: string | undefined
  readonly name?: string | undefined
  readonly areas: readonly string[]
}
export type Wanted = { readonly closes: readonly string[]; readonly parts: readonly WantedPart[] }
export type LevelOf = { readonly key: string; readonly prefix: string }

export type Opened = Omit<TreeArea, 'closed' | 'parentPath'> & { readonly parentPath: string }
export type Succession = { readonly from: string; readonly to: string; readonly isMain: boolean }
export type RedrawPlan = {
  readonly kind: 'move' | 'split' | 'merge'
  /** The area that everything of it lies in. */
  readonly path: string
  readonly closes: readonly TreeArea[]
  /** Parents before what lies below them. */
  readonly opens: readonly Opened[]
  readonly successions: readonly Succession[]
}
export type Fault =
  | 'unknownArea'
  | 'wrongLevel'
  | 'listedTwice'
  | 'leftOver'
  | 'toOrName'
  | 'alreadyThere'
  | 'nothing'
  | 'apart'
  | 'nameTaken'
/** What stands in the way of a redraw, with the area or name that it is about. */
export type Refusal = { readonly fault: Fault; readonly about: string }

/**
 * What a redraw does to the tree: a pure function of the tree and of what is wanted. Whatever moves is closed with all
 * that lies below it and opened again under its new parent; codes are new where the old one is taken, and never used twice.
 * @param tree every area, open or closed, of all that is named and of the areas above
 * @param levels of the place, top first; only areas below the level `community` are redrawn
 */
export function planRedraw(
  tree: readonly TreeArea[],
  levels: readonly LevelOf[],
  wanted: Wanted,
): RedrawPlan | Refusal {
  const open = new Map(tree.filter(({ closed }) => !closed).map((area) => [area.path, area]))
  const { closes, parts } = wanted
  const wrong = faultOf(open, levels, wanted)
  if (wrong) return wrong
  const moved = parts.flatMap(({ areas }) => areas)
  const closing = [...open.values()].filter(
    ({ path }) => closes.includes(path) || moved.some((root) => path.startsWith(root)),
  )
  const growing = { tree, levels, gone: new Set(closing.map(({ path }) => path)), opens: [] as Opened[] }
  const successions: Succession[] = []
  const targets: string[] = []
  for (const part of parts) {
    const target = part.to ?? openBelow(growing, newArea(open, wanted, part))
    if (typeof target !== 'string') return target
    targets.push(target)
    for (const root of part.areas) {
      const to = openBelow(growing, { ...known(open, root), parentPath: target })
      if (typeof to !== 'string') return to
      for (const one of closing.filter(({ path }) => path.startsWith(root))) {
        const path = to + one.path.slice(root.length)
        if (one.path !== root)
          growing.opens.push({ ...bare(one), code: one.code, path, parentPath: parentOf(path) })
        successions.push({ from: one.path, to: path, isMain: true })
      }
    }
  }
  for (const from of closes)
    for (const [at, to] of heirsOf(from, parts, targets).entries())
      successions.push({ from, to, isMain: at === 0 })
  const opens = growing.opens.sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1))
  const path = commonOf([...closes.map(parentOf), ...moved.map(parentOf), ...targets])
  return { kind: kindOf(wanted), path, closes: closing, opens, successions }
}

/** What a plan is made into: the tree as it was, what ends, and what has begun so far. */
type Growing = {
  readonly tree: readonly TreeArea[]
  readonly levels: readonly LevelOf[]
  readonly gone: ReadonlySet<string>
  readonly opens: Opened[]
}

/** Opens an area under a code that was never used there. @returns its path */
function openBelow(growing: Growing, area: Omit<Opened, 'code' | 'path'>): string | Refusal {
  const { tree, gone, opens } = growing
  const before = tree.filter(({ parentPath }) => parentPath === area.parentPath)
  const there = [...before.filter(({ closed, path }) => !closed && !gone.has(path)), ...opens]
  const twin = (one: Opened | TreeArea): boolean =>
    one.parentPath === area.parentPath && one.name === area.name && one.compound === area.compound
  if (there.some(twin)) return { fault: 'nameTaken', about: area.name }
  const begun = opens.filter(({ parentPath }) => parentPath === area.parentPath)
  const prefix = growing.levels.find(({ key }) => key === area.level)?.prefix ?? ''
  const code = nextCode(prefix, area.name, new Set([...before, ...begun].map((one) => one.code)))
  const path = below(area.parentPath, code)
  opens.push({ ...bare(area), parentPath: area.parentPath, code, path })
  return path
}

/** The new area of a part: beside the areas that end, or beside the one that its own areas come from. */
function newArea(
  open: ReadonlyMap<string, TreeArea>,
  { closes }: Wanted,
  part: WantedPart,
): Omit<Opened, 'code' | 'path'> {
  const beside = known(open, closes[0] ?? parentOf(part.areas[0] ?? '/'))
  return { level: beside.level, parentPath: parentOf(beside.path), name: part.name ?? '', compound: null }
}

/** Where what lay in an ended area lies now: with the parts that took something of it, else with the first. */
function heirsOf(from: string, parts: readonly WantedPart[], targets: readonly string[]): string[] {
  const took = targets.filter((_, at) => parts[at]?.areas.some((area) => parentOf(area) === from))
  return took.length > 0 ? [...new Set(took)] : targets.slice(0, 1)
}

/** What is wrong with what is wanted, before anything is planned. */
function faultOf(
  open: ReadonlyMap<string, TreeArea>,
  levels: readonly LevelOf[],
  { closes, parts }: Wanted,
): Refusal | undefined {
  const moved = parts.flatMap(({ areas }) => areas)
  const named = [...closes, ...moved, ...parts.flatMap(({ to }) => to ?? [])]
  for (const path of named) if (!open.has(path)) return { fault: 'unknownArea', about: path }
  const listed = [...closes, ...moved]
  const twice = listed.find((path, at) => listed.indexOf(path) !== at)
  if (twice) return { fault: 'listedTwice', about: twice }
  if (moved.length + closes.length === 0) return { fault: 'nothing', about: '/' }
  const levelAt = (path: string): number => levels.findIndex(({ key }) => key === open.get(path)?.level)
  const first = closes[0] ?? parentOf(moved[0] ?? '/')
  const level = levelAt(first)
  if (level <= levels.findIndex(({ key }) => key === 'community'))
    return { fault: 'wrongLevel', about: first }
  for (const path of closes) {
    if (levelAt(path) !== level) return { fault: 'wrongLevel', about: path }
    if (parentOf(path) !== parentOf(first)) return { fault: 'apart', about: path }
    const left = [...open.keys()].find((child) => parentOf(child) === path && !moved.includes(child))
    if (left) return { fault: 'leftOver', about: left }
  }
  for (const path of moved) if (levelAt(path) !== level + 1) return { fault: 'wrongLevel', about: path }
  for (const { to, name, areas } of parts) {
    const about = to ?? name ?? '/'
    if ((to === undefined) === (name === undefined)) return { fault: 'toOrName', about }
    if (areas.length === 0 && closes.length === 0) return { fault: 'nothing', about }
    if (to === undefined) continue
    if (levelAt(to) !== level) return { fault: 'wrongLevel', about }
    if (closes.includes(to) || areas.some((area) => parentOf(area) === to))
      return { fault: 'alreadyThere', about }
  }
  return undefined
}

const kindOf = ({ closes, parts }: Wanted): RedrawPlan['kind'] => {
  const begun = parts.filter(({ to }) => to === undefined).length
  if (closes.length > 1 || (closes.length === 1 && begun === 0)) return 'merge'
  return begun > 0 ? 'split' : 'move'
}

/** `/s1/c1/g1/` lies in `/s1/c1/`. */
export const parentOf = (path: string): string => path.replace(/[^/]+\/$/, '') || '/'

/** The deepest area that holds all of the paths. */
function commonOf(paths: readonly string[]): string {
  let common = paths[0] ?? '/'
  while (!paths.every((path) => path.startsWith(common))) common = parentOf(common)
  return common
}

const bare = ({ level, name, compound }: Pick<TreeArea, 'level' | 'name' | 'compound'>) => ({
  level,
  name,
  compound,
})

/** @throws when it was not checked before: a mistake of the program */
function known(open: ReadonlyMap<string, TreeArea>, path: string): TreeArea {
  const area = open.get(path)
  if (!area) throw new Error(`a redraw names ${path}, which is not there`)
  return area
}
