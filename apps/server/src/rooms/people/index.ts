/** The front door of people. */

export { accountsRoom } from './accountsHttp.ts'
export { type FirstAdmin, foundAdmin } from './actions/foundAdmin.ts'
export { cardsRoom } from './cards/room.ts'
export { followAreas } from './follow.ts'
export { type PeopleNeeds, peopleRoom } from './http.ts'
export { peopleLedgers } from './ledgers.ts'
export { planWaitingPairs } from './pairings/jobs.ts'
export { tellOfPairs } from './pairings/news.ts'
export { pairingsRoom } from './pairings/room.ts'
export { postsRegister } from './postRegister.ts'
export {
  eraseDue,
  erasePeople,
  makeCopies,
  type OwnDataNeeds,
  privacyRoom,
  reapplyErasures,
} from './privacy/index.ts'
export { peopleRegister } from './register.ts'
export { phoneDigits } from './rules/registerCells.ts'
export { hasConsent } from './store/consents.ts'
export { familyOf, hasOptedIn, membersOf, nameOf, optInStatement, wordsAbout } from './store/facts.ts'
export { companionsOf } from './store/family.ts'
export { followOffices } from './store/follow.ts'
export {
  accountOfNumber,
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
export { teamsRoom } from './teams/room.ts'
export { helperGroups, helpersServing } from './views/helperGroups.ts'
