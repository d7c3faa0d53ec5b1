import type { Cast, Player, StaffPlayer } from '../drive/cast.ts'
import type { PostHolder, Townsperson, Volunteer } from './roster.ts'
import type { Setting } from './setting.ts'
import { doorPath, type Layout, type TownMap } from './town.ts'

type Unit = { readonly key: string; readonly name: { readonly zh: string } }

/** The neighbours and colleagues that act by themselves: nobody who sits in a seat. */
export function demoCast(
  tokens: (phone: string) => Promise<string>,
  town: TownMap,
  { layout, roster }: Setting,
  units: readonly Unit[],
): Cast {
  const player = ({ name, phone }: Townsperson): Player => ({ name, phone, token: () => tokens(phone) })
  const staff = (people: readonly PostHolder[]): StaffPlayer[] =>
    people.flatMap((person) =>
      person.posts.flatMap((post) =>
        'at' in post ? [{ ...player(person), path: town.pathOf(...post.at) }] : [],
      ),
    )
  return {
    residents: roster.residents.map((person) => ({
      ...player(person),
      path: doorPath(town, layout, person.door),
    })),
    duty: staff(roster.staff.duty),
    reviewers: staff(roster.staff.reviewers),
    callers: staff(roster.staff.callers),
    publishers: staff(roster.staff.publishers),
    helpers: roster.volunteers.map((helper) => ({
      ...player(helper),
      path: doorPath(town, layout, helper.door),
      servesPath: servesPath(town, layout, helper),
      skills: helper.skills,
      homeEntry: helper.homeEntry,
    })),
    units: new Map(units.map(({ key, name }, at) => [name.zh, player(roster.unitPerson(key, at))])),
  }
}

/** A helper serves the own community, or the whole area of the top level. */
export const servesPath = (town: TownMap, { levels, way }: Layout, { door, widely }: Volunteer): string =>
  town.pathOf(...way(door, widely ? (levels[0]?.key ?? '') : 'community'))
