/** The front door of people. */

export { familyOf, hasOptedIn, membersOf, nameOf, optInStatement } from './facts.ts'
export { type PeopleNeeds, peopleRoom } from './http.ts'
export {
  findOrCreatePerson,
  type KnownPerson,
  personByPhone,
  personOfAccount,
  registerCaller,
} from './identity.ts'
export { peoplePolicy } from './policy.ts'
export { peopleRegister } from './register.ts'
export { grantStatement, helperStatement } from './store.ts'
