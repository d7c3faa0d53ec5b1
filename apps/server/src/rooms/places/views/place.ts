import { ADMINISTRATORS } from '@linli/contract'
import type { PlaceView } from '@linli/contract/places/shapes'
import type { PlaceRules } from '../placeRules.ts'

const named = <T extends { key: string; name: { zh: string; en: string } }>({ key, name }: T) => ({
  key,
  name,
})

/** The place as everybody may know it. */
export function placeView(rules: PlaceRules): PlaceView {
  return {
    region: rules.region,
    gbCode: rules.gbCode,
    name: rules.name,
    preset: rules.preset,
    isDemo: rules.isDemo,
    levels: rules.levels.map((level) => ({ ...named(level), prefix: level.prefix })),
    posts: rules.posts.map((post) => ({
      ...named(post),
      level: post.level,
      administrator: ADMINISTRATORS.some((role) => post.roles.includes(role)),
    })),
    teams: rules.teams.map(named),
    skills: rules.skills.map(named),
    lists: rules.lists.map(named),
    items: rules.items.map((item) => ({
      ...named(item),
      list: item.list,
      alias: [...item.alias],
      kind: item.kind,
      urgency: item.urgency,
      grabbable: item.grabbable,
      automatic: item.automatic,
      homeEntry: item.homeEntry,
      skill: item.skill,
      evidence: [...item.evidence],
      photoNeedsPlace: item.photoNeedsPlace,
      ...(item.atStation ? { atStation: true } : {}),
    })),
    formerItems: formerItems(rules),
    labels: rules.labels,
    helperQuota: rules.helperQuota,
  }
}

/** The last name of each item that is in force no more. */
function formerItems({ items, pastItems }: PlaceRules) {
  const now = new Set(items.map(({ key }) => key))
  const past = new Map(pastItems.filter(({ key }) => !now.has(key)).map((item) => [item.key, named(item)]))
  return [...past.values()]
}
