import { type Endpoint, endpoints } from '../endpoint.ts'
import type { TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './sharingShapes.ts'

const read = <const P extends Endpoint['path'], Q extends TSchema, A extends TSchema>(
  path: P,
  summary: Words,
  query: Q,
  response: A,
) => ({ kind: 'read', method: 'GET', path, summary, query, response }) as const
const mine = <const P extends Endpoint['path']>(path: P, summary: Words) =>
  ({ kind: 'read', method: 'GET', path, summary, response: shapes.OfferedItems }) as const
const add = <const P extends Endpoint['path'], B extends TSchema>(path: P, summary: Words, body: B) =>
  ({
    kind: 'command',
    method: 'POST',
    path,
    summary,
    body,
    response: shapes.SharingResult,
    status: 201,
  }) as const
const step = <const P extends Endpoint['path'], R extends TSchema>(path: P, summary: Words, params: R) =>
  ({ kind: 'command', method: 'POST', path, summary, params, response: shapes.SharingResult }) as const

/** What a community offers its partners: its own menu (1+X) and the lists it sends a unit (3+1). */
export const sharingEndpoints = endpoints({
  addMenuItem: add(
    '/menu-items',
    { zh: '给服务菜单加一项', en: 'Add an item to the menu' },
    shapes.AddMenuItemBody,
  ),
  closeMenuItem: step(
    '/menu-items/:id/closing',
    { zh: '撤下一项', en: 'Take an item off the menu' },
    shapes.MenuItemParams,
  ),
  listMenu: read(
    '/menu-items',
    { zh: '社区的服务菜单', en: 'The menu of a community' },
    shapes.MenuQuery,
    shapes.MenuPage,
  ),
  myMenu: mine('/me/menu', { zh: '我可以认领的', en: 'What I may take up' }),
  unitMenu: mine('/menu-items/for-my-unit', { zh: '本单位可以认领的', en: 'What my unit may take up' }),
  takeMenuItem: {
    ...add('/menu-items/:id/takes', { zh: '认领', en: 'Take an item up' }, shapes.TakeMenuItemBody),
    params: shapes.MenuItemParams,
  },
  leaveMenuItem: step(
    '/menu-takes/:id/ending',
    { zh: '不再认领', en: 'Give an item back' },
    shapes.MenuTakeParams,
  ),
  draftList: read(
    '/partner-lists/draft',
    { zh: '按已有的记录起草清单', en: 'Draft a list from what is known' },
    shapes.DraftQuery,
    shapes.ListDraft,
  ),
  sendList: add('/partner-lists', { zh: '送清单给单位', en: 'Send a list to a unit' }, shapes.SendListBody),
  listLists: read(
    '/partner-lists',
    { zh: '送给单位的清单', en: 'Lists sent to units' },
    shapes.ListsQuery,
    shapes.PartnerLists,
  ),
  unitLists: read(
    '/partner-lists/of-my-unit',
    { zh: '社区送来的清单', en: 'Lists my unit was sent' },
    shapes.ListsQuery,
    shapes.PartnerLists,
  ),
  answerList: {
    ...step('/partner-lists/:id/answer', { zh: '答复清单', en: 'Answer a list' }, shapes.ListParams),
    body: shapes.AnswerListBody,
  },
})
