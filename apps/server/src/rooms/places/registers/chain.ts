import type { PlaceRules } from '../placeRules.ts'
import type { Column, RegisterRow } from './register.ts'

/** The level that carries the compound's name: a building stands in a compound. */
const BUILDING = 'building'

/** One step of the way to an area, as a row writes it. */
export type Step = {
  readonly level: string
  readonly prefix: string
  readonly title: string
  readonly name: string
  readonly compound: string | null
}

/** A column per level of the place, and the compound before the building where the place has buildings. */
export function levelColumns(rules: PlaceRules, needed: number): Column[] {
  return rules.levels.flatMap(({ key, name }, at) => {
    const title = name.zh
    const column = {
      key,
      title,
      required: at < needed,
      help: `${title}的名称，和系统里的写法一样。`,
      example: `${title}一`,
    }
    const compound = {
      key: 'compound',
      title: '小区',
      required: false,
      help: '楼栋所在的小区，没有就空着。',
      example: '阳光小区',
    }
    return key === BUILDING ? [compound, { ...column, example: '3栋' }] : [column]
  })
}

/**
 * The steps a row names, top first. Steps after the last filled level are left out; a gap before it is an error.
 * @returns the level whose name is missing instead, when there is a gap
 */
export function stepsOf(row: RegisterRow, rules: PlaceRules): Step[] | { missing: string } {
  const filled = rules.levels.findLastIndex(({ key }) => row.cells[key])
  const steps: Step[] = []
  for (const { key, prefix, name } of rules.levels.slice(0, filled + 1)) {
    const cell = row.cells[key]
    if (!cell) return { missing: key }
    const compound = key === BUILDING ? row.cells.compound || null : null
    steps.push({ level: key, prefix, title: name.zh, name: cell, compound })
  }
  return steps
}
