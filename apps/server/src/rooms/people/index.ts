/** The front door of people. */
export { type PeopleNeeds, peopleRoom } from './http.ts'
export {
  findOrCreatePerson,
  type KnownPerson,
  personByPhone,
  personOfAccount,
  registerCaller,
} from './identity.ts'
export { peoplePolicy } from './policy.ts'
export { grantStatement, helperStatement } from './store.ts'
