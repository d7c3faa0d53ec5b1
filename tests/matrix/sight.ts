import type { Authz, OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import type { FieldRule } from '../../apps/server/src/kernel/policy/policy.ts'
import type { Operation } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { allowed, type Cell, cellOf, SELF, wishedUnknown } from './relations.ts'

/** The house's own word on who may do what and who reads which field, from its description. */
export type PolicyTable = {
  rowsOf(operation: string): Authz
  readonly fields: { readonly [field: string]: FieldRule }
}

/** The policy as the house describes it. */
export function policyTable(operations: readonly Operation[], document: OpenApiDocument): PolicyTable {
  const tags = document['tags'] as { 'x-fields'?: { [field: string]: FieldRule } }[] // openApiOf's own
  return {
    rowsOf: (id) => {
      const found = operations.find((operation) => operation.id === id)
      if (!found) throw new Error(`no operation ${id}`)
      return found['x-authz']
    },
    fields: Object.assign({}, ...tags.map((tag) => tag['x-fields'] ?? {})),
  }
}

/** Whose rows decide whether something may stand in an answer: an operation's, or those of a guarded field. */
export type Decides =
  | 'own'
  | { readonly rowsOf: string }
  /** Who offers to serve the whole region, as every helper here does, is named all over it to whom the rows let in. */
  | { readonly offeredTo: string }
  | { readonly field: string; readonly how?: 'masked' }
export type Shows = { readonly [what: string]: Decides }

const order = { rowsOf: 'getOrder' }
const row: Shows = { 标题: order, 高: { field: 'assigneeName' } }
const rooms: Shows = { 室: { rowsOf: 'listHouseholds' } }
const masked = (operation: string): Shows => ({ 'masked phone': { rowsOf: operation } })

/**
 * What of a canary each operation may show, and whose rows decide for whom: 标题 and 诉求 are an order's words, 地址 and 称呼
 * its contact, 内部 a remark for staff, 林 a neighbour's name, 高 the name of somebody who serves, 室 a room. What is not
 * named here may stand nowhere; an operation that comes later names its own in its builder (`shows`).
 */
const SHOWS: { readonly [operation: string]: Shows } = {
  getOrder: {
    ...row,
    诉求: order,
    地址: { field: 'address' },
    称呼: { field: 'contactName' },
    内部: { field: 'staffRemark' },
    'masked phone': { field: 'contactPhone', how: 'masked' },
  },
  listOrders: row,
  listMyOrders: row,
  listMyTasks: row,
  findCaller: row,
  revealContact: {
    地址: { rowsOf: 'revealContact' },
    称呼: { rowsOf: 'revealContact' },
    phone: { rowsOf: 'revealContact' },
  },
  revealPhone: {
    林: { rowsOf: 'revealPhone' },
    高: { rowsOf: 'revealPhone' },
    phone: { rowsOf: 'revealPhone' },
  },
  getMe: { phone: 'own' },
  getPerson: { phone: 'own', 高: { rowsOf: 'getPerson' }, ...masked('getPerson') },
  findPersonByPhone: masked('findPersonByPhone'),
  listPeople: masked('listPeople'),
  listCandidates: { 高: { offeredTo: 'listCandidates' } },
  proposeOffers: { 高: { offeredTo: 'listCandidates' } },
  listPosts: { 高: { rowsOf: 'listPosts' } },
  listPostHistory: { 高: { rowsOf: 'listPostHistory' } },
  listHouseholds: rooms,
  searchAddresses: rooms,
}

/** Contact and address of whoever wished to stay unknown, kept also from those who do the work. */
const WISHED = ['地址', '称呼', 'phone', 'masked phone']

/** Whether a canary of a mark may stand in an operation's answer to this reader, by the policy's own rows. */
export function mayStand(
  what: string,
  mark: string,
  { id, shows }: { readonly id: string; readonly shows?: Shows | undefined },
  actor: Actor,
  policy: PolicyTable,
): boolean {
  const decides = { ...SHOWS[id], ...shows }[what]
  if (!decides) return false
  const cell: Cell = cellOf(mark, actor)
  if (decides === 'own') return cell === 'own' || mark === `${SELF}${actor.serial}`
  if (WISHED.includes(what) && wishedUnknown(actor, cell)) return false
  if ('offeredTo' in decides)
    return cell !== 'otherRegion' && allowed(policy.rowsOf(decides.offeredTo), actor, 'inScope')
  if ('rowsOf' in decides) return allowed(policy.rowsOf(decides.rowsOf), actor, cell)
  const rule = policy.fields[decides.field]
  if (!rule) throw new Error(`the policy guards no field ${decides.field}`)
  const rows = decides.how === 'masked' ? [...rule.clear, ...(rule.masked ?? [])] : rule.clear
  return allowed({ access: 'roles', rows }, actor, cell)
}
