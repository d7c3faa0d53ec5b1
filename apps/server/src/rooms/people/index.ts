/** The front door of people. */

export { accountsRoom } from './accountsHttp.ts'
export { type FirstAdmin, foundAdmin } from './actions/foundAdmin.ts'
export { type PeopleNeeds, peopleRoom } from './http.ts'
export { eraseDue, makeCopies, type OwnDataNeeds, privacyRoom, reapplyErasures } from './privacy/index.ts'
export { peopleRegister } from './register.ts'
export { hasConsent } from './store/consents.ts'
export { familyOf, hasOptedIn, membersOf, nameOf, optInStatement, wordsAbout } from './store/facts.ts'
export {
  findOrCreatePerson,
  type KnownPerson,
  newPersonStatement,
  personByPhone,
  personOfAccount,
  phonesOfAccounts,
  registerCaller,
} from './store/identity.ts'
export { ownPhone } from './store/people.ts'
export { grantStatement } from './store/posts.ts'
export { helperGroups } from './views/helperGroups.ts'
