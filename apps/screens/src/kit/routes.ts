import { route } from './route.ts'

/** Every address of hand. A new page gets its line here and its `PageRoute` in its room. */
export const hand = {
  home: route('/'),
  signIn: route('/sign-in'),
  me: route('/me'),
  settings: route('/settings'),
  placeOrder: route('/orders/new'),
  myOrders: route('/orders'),
  order: route('/orders/:id'),
  rateOrder: route('/orders/:id/rate'),
  claimBoard: route('/claims'),
  claim: route('/claims/:id'),
  myTasks: route('/tasks'),
  task: route('/tasks/:id'),
  board: route('/board'),
  shown: route('/board/:slug'),
  points: route('/points'),
  inbox: route('/inbox'),
  atPlace: route('/at/:code'),
} as const

/** Every address of desk, below `/desk`. */
export const desk = {
  home: route('/'),
  signIn: route('/sign-in'),
  queue: route('/orders'),
  intake: route('/orders/new'),
  order: route('/orders/:id'),
  tasks: route('/tasks'),
  figures: route('/figures'),
  serviceLists: route('/service-lists'),
  dispatch: route('/dispatch'),
  asks: route('/asks'),
  review: route('/review'),
  followUp: route('/follow-up'),
  publication: route('/publication'),
  register: route('/places/import'),
  places: route('/places'),
  people: route('/people'),
  person: route('/people/:id'),
  posts: route('/posts'),
  staffAccounts: route('/staff-accounts'),
  pointRules: route('/points/rules'),
  ledger: route('/points/ledger'),
  audit: route('/audit'),
} as const
