import type { PlaceRules } from '../rooms/places/index.ts'
import { type Need, needsOf } from './needs.ts'
import { type Roster, rosterOf } from './roster.ts'
import { type Layout, layoutOf } from './town.ts'

/** What the play is set in: ground, people and needs, all made from the place's own levels, posts and catalogue. */
export type Setting = Pick<PlaceRules, 'items' | 'supplies'> & {
  readonly layout: Layout
  readonly roster: Roster
  readonly needs: readonly Need[]
}

export function settingOf(
  rules: Pick<PlaceRules, 'levels' | 'posts' | 'skills' | 'items' | 'supplies'>,
): Setting {
  const { items, supplies } = rules
  const layout = layoutOf(rules.levels)
  return { items, supplies, layout, roster: rosterOf(rules, layout), needs: needsOf(items) }
}
