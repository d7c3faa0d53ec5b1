import { table } from 'virtual:endpoints'
import type { BodyOf, Endpoint, Endpoints, ParamsOf, QueryOf, ResponseOf } from '@linli/contract'
import type * as activities from '@linli/contract/activities/endpoints'
import type * as cards from '@linli/contract/cards/endpoints'
import type * as care from '@linli/contract/care/endpoints'
import type * as demo from '@linli/contract/demo/endpoints'
import type * as devices from '@linli/contract/devices/endpoints'
import type * as doors from '@linli/contract/doors/endpoints'
import type * as duties from '@linli/contract/duties/endpoints'
import type * as insight from '@linli/contract/insight/endpoints'
import type * as kernel from '@linli/contract/kernel/endpoints'
import type * as ledgers from '@linli/contract/ledgers/endpoints'
import type * as merchants from '@linli/contract/merchants/endpoints'
import type * as notices from '@linli/contract/notices/endpoints'
import type * as open311 from '@linli/contract/open311/endpoints'
import type * as orders from '@linli/contract/orders/endpoints'
import type * as partners from '@linli/contract/partners/endpoints'
import type * as people from '@linli/contract/people/endpoints'
import type * as places from '@linli/contract/places/endpoints'
import type * as points from '@linli/contract/points/endpoints'
import type * as privacy from '@linli/contract/privacy/endpoints'
import type * as staff from '@linli/contract/staff/endpoints'
import type * as stations from '@linli/contract/stations/endpoints'
import type * as suggestions from '@linli/contract/suggestions/endpoints'
import type * as system from '@linli/contract/system/endpoints'
import type * as upstream from '@linli/contract/upstream/endpoints'
import type * as visits from '@linli/contract/visits/endpoints'

/** Everything the rooms' endpoint files export; only types, so that no schema reaches the browser. */
type Exported = typeof activities &
  typeof cards &
  typeof care &
  typeof demo &
  typeof devices &
  typeof doors &
  typeof duties &
  typeof insight &
  typeof kernel &
  typeof ledgers &
  typeof merchants &
  typeof notices &
  typeof open311 &
  typeof orders &
  typeof partners &
  typeof people &
  typeof places &
  typeof points &
  typeof privacy &
  typeof staff &
  typeof stations &
  typeof suggestions &
  typeof upstream &
  typeof system &
  typeof visits
type Table = { [K in keyof Exported]: Exported[K] extends Endpoints ? Exported[K] : never }[keyof Exported]
type Merged<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never
type Api = Merged<Table>

/** The name of an operation of any room. */
export type Operation = Extract<keyof Api, string>
type At<O extends Operation> = Api[O] extends Endpoint ? Api[O] : never

type Declared<E extends Endpoint, Part extends 'params' | 'query' | 'body', Value> = Part extends keyof E
  ? Record<never, never> extends Value
    ? { [P in Part]?: Value }
    : { [P in Part]: Value }
  : unknown

/** What an operation is called with: only the parts that its endpoint declares; uploads bring a `file`. */
export type Input<O extends Operation> = Inputs[O]
type InputOf<E extends Endpoint> = Declared<E, 'params', ParamsOf<E>> &
  Declared<E, 'query', QueryOf<E>> &
  Declared<E, 'body', BodyOf<E>> &
  (E['kind'] extends 'upload' ? { file: Blob } : unknown)
// Worked out once for each operation: over the union of all of them the compiler gives up.
type Inputs = { [O in Operation]: InputOf<At<O>> }
type Answers = { [O in Operation]: ResponseOf<At<O>> }

/** What an operation answers. */
export type Answer<O extends Operation> = Answers[O]

/** Operations of one kind, so that a read is never sent as a command. */
export type OperationOf<Kind extends Endpoint['kind']> = {
  [O in Operation]: At<O>['kind'] extends Kind ? O : never
}[Operation]

export type Route = (typeof table)[string]
export type LooseInput = { params?: object; query?: object; body?: unknown; file?: Blob }

let routes = table
let loading: Promise<void> | undefined

/** Brings the operations that did not come with the first page; every page but the first waits for them. @throws when no answer came; the next call tries again */
export function loadRoutes(): Promise<void> {
  loading ??= import('virtual:endpoints/rest').then(
    (rest) => {
      routes = { ...table, ...rest.table }
    },
    (cause: unknown) => {
      loading = undefined
      throw cause
    },
  )
  return loading
}

/** Kind, method and path of an operation that has come; the table is made from the contract at build time. */
export function routeOf(operation: string): Route {
  const route = routes[operation]
  if (!route) throw new Error(`The contract has no operation ${operation}`)
  return route
}

/** The same, waiting for it where it has not come yet. */
export async function awaitRoute(operation: string): Promise<Route> {
  if (!routes[operation]) await loadRoutes()
  return routeOf(operation)
}

/** The path of the contract's one stream of events, if it has one. */
export function streamPath(): string | undefined {
  return Object.values(table).find(([kind]) => kind === 'stream')?.[2]
}
