import { isSystemVerb, type PersonVerb, TRANSITIONS, type Who } from '@linli/contract'
import type { orderEndpoints } from '@linli/contract/orders/endpoints'
import { type Access, type FieldRule, type Policy, who } from '../../kernel/policy/policy.ts'

const desk = ['intake', 'dispatcher', 'reviewer', 'caller', 'publisher', 'regionAdmin'] as const
const handlers = ['helper', 'gridWorker', 'unitHandler'] as const

/** Each step's row is the lifecycle table's own; what the system alone does is no operation. */
const steps = Object.fromEntries(
  TRANSITIONS.filter(({ verb }) => !isSystemVerb(verb)).map((row) => [
    row.verb,
    row.who.filter(({ role }) => role !== 'system') as readonly Who[],
  ]),
) as {
  readonly [verb in PersonVerb]: Access
}

const readers: Access = [
  ...who('own', 'resident'),
  ...who('assigned', ...handlers),
  ...who('called', 'unitHandler'),
  ...who('inScope', ...desk, 'gridWorker', 'auditor'),
]
const mayReveal: Access = [
  ...who('inScope', 'intake', 'dispatcher', 'caller', 'regionAdmin'),
  ...who('assigned', ...handlers),
]

/** Who reads which guarded field. Of an anonymous or confidential order handlers get neither name nor number, and the address only to work at the door: see rules/contact.ts. */
export const orderFields = {
  assigneeName: { clear: who('inScope', ...desk) },
  contactName: {
    clear: who('own', 'resident'),
    masked: [...who('inScope', ...desk), ...who('assigned', ...handlers)],
  },
  // A number in clear is always a reveal, also one's own: a screen may lie open before others.
  contactPhone: {
    clear: [],
    masked: [
      ...who('own', 'resident'),
      ...who('inScope', 'intake', 'dispatcher', 'caller', 'regionAdmin'),
      ...who('assigned', ...handlers),
    ],
  },
  address: {
    clear: [
      ...who('own', 'resident'),
      ...who('assigned', ...handlers),
      ...who('inScope', 'intake', 'dispatcher', 'caller', 'regionAdmin'),
    ],
  },
  staffRemark: { clear: who('inScope', ...desk, 'auditor') },
  doersRemark: {
    clear: [
      ...who('inScope', ...desk, 'auditor'),
      ...who('assigned', ...handlers),
      ...who('called', 'unitHandler'),
    ],
  },
} as const satisfies { [field: string]: FieldRule }

export const orderPolicy: Policy<keyof typeof orderEndpoints> = {
  operations: {
    ...steps,
    getOrder: readers,
    listOrders: who('inScope', ...desk, 'gridWorker', 'auditor'),
    countOrders: who('inScope', ...desk, 'gridWorker', 'auditor', 'leader'),
    listMyOrders: 'signedIn',
    listMyTasks: who('any', ...handlers),
    listClaims: who('any', 'helper', 'gridWorker'),
    listCandidates: who('inScope', 'dispatcher'),
    listOrderUnits: [
      ...who('assigned', 'gridWorker', 'unitHandler'),
      ...who('inScope', 'dispatcher', 'regionAdmin'),
    ],
    revealContact: mayReveal,
    findCaller: who('any', 'intake', 'caller'),
    listShown: 'public',
    getShown: 'public',
    listViews: 'signedIn',
    saveView: who('any', ...desk, 'gridWorker', 'auditor'),
    removeView: who('any', ...desk, 'gridWorker', 'auditor'),
  },
  fields: orderFields,
  stepUp: ['revealContact'],
  guests: ['placeOrder', 'getOrder', 'listMyOrders', 'addNote', 'cancelOrder', 'rateOrder', 'requestReview'],
  subjects: { '/orders/:id': 'order', '/callers': 'person' },
}
