import type { Cast, Player, StaffPlayer } from '../drive/cast.ts'
import { type PostHolder, RESIDENTS, STAFF, type Townsperson, unitPerson, VOLUNTEERS } from './roster.ts'
import { entrancePath, type TownMap } from './town.ts'

type Unit = { readonly key: string; readonly name: { readonly zh: string } }

/** The neighbours and colleagues that act by themselves: nobody who sits in a seat. */
export function demoCast(
  tokens: (phone: string) => Promise<string>,
  town: TownMap,
  units: readonly Unit[],
): Cast {
  const player = ({ name, phone }: Townsperson): Player => ({ name, phone, token: () => tokens(phone) })
  const staff = (people: readonly PostHolder[]): StaffPlayer[] =>
    people.flatMap((person) =>
      person.posts.flatMap((post) =>
        'at' in post
          ? [{ ...player(person), path: post.at.length === 0 ? '/' : town.pathOf(...post.at) }]
          : [],
      ),
    )
  return {
    residents: RESIDENTS.map((person) => ({ ...player(person), path: entrancePath(town, person.door) })),
    duty: staff(STAFF.duty),
    reviewers: staff(STAFF.reviewers),
    callers: staff(STAFF.callers),
    publishers: staff(STAFF.publishers),
    helpers: VOLUNTEERS.map((helper) => ({
      ...player(helper),
      path: entrancePath(town, helper.door),
      servesPath: helper.widely
        ? town.pathOf(helper.door.street)
        : town.pathOf(helper.door.street, helper.door.community),
      skills: helper.skills,
      homeEntry: helper.homeEntry,
    })),
    units: new Map(units.map(({ key, name }, at) => [name.zh, player(unitPerson(key, at))])),
  }
}
