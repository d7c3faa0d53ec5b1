import { type Endpoint, endpoints } from '../endpoint.ts'
import type { TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './pledgeShapes.ts'

const read = <const P extends Endpoint['path'], A extends TSchema>(path: P, summary: Words, response: A) =>
  ({ kind: 'read', method: 'GET', path, summary, query: shapes.PledgesQuery, response }) as const
const command = <const P extends Endpoint['path'], R extends TSchema, B extends TSchema>(
  path: P,
  summary: Words,
  params: R,
  body: B,
) =>
  ({ kind: 'command', method: 'POST', path, summary, params, body, response: shapes.PledgeResult }) as const

/** 三亮: who somebody is, what they look after and what they promise, shown as they agreed to. */
export const pledgeEndpoints = endpoints({
  myPledges: {
    kind: 'read',
    method: 'GET',
    path: '/me/pledges',
    summary: { zh: '我的亮身份页', en: 'My page of promises' },
    response: shapes.MyPledges,
  },
  showPledges: {
    kind: 'command',
    method: 'POST',
    path: '/me/pledges',
    summary: { zh: '亮身份、亮职责', en: 'Show who one is and what one looks after' },
    body: shapes.ShowPledgesBody,
    response: shapes.PledgeResult,
  },
  withdrawPledges: {
    kind: 'command',
    method: 'POST',
    path: '/me/pledges/withdrawal',
    summary: { zh: '收回，不再公开', en: 'Take the page back' },
    response: shapes.PledgeResult,
  },
  addPledge: {
    kind: 'command',
    method: 'POST',
    path: '/me/pledges/promises',
    summary: { zh: '亮承诺', en: 'Add a promise' },
    body: shapes.AddPledgeBody,
    response: shapes.PledgeResult,
    status: 201,
  },
  removePledge: {
    kind: 'command',
    method: 'POST',
    path: '/pledges/:id/removal',
    summary: { zh: '收回一条承诺', en: 'Take a promise back' },
    params: shapes.PledgeParams,
    response: shapes.PledgeResult,
  },
  keepPledge: command(
    '/pledges/:id/keeping',
    { zh: '确认承诺办到了', en: 'Say with facts that a promise was kept' },
    shapes.PledgeParams,
    shapes.KeepPledgeBody,
  ),
  hidePledges: command(
    '/pledge-pages/:id/hiding',
    { zh: '撤下不当的页面', en: 'Take a page down that must not be shown' },
    shapes.PledgePageParams,
    shapes.HidePledgesBody,
  ),
  communityPledges: read(
    '/pledge-pages',
    { zh: '本社区的承诺墙', en: 'The wall of promises of one’s community' },
    shapes.PledgePages,
  ),
  publicPledges: read(
    '/pledge-pages/public',
    { zh: '公开的承诺墙', en: 'The wall of promises, for everybody' },
    shapes.PledgePages,
  ),
  listPledges: read(
    '/pledge-pages/of-my-communities',
    { zh: '社区的承诺墙', en: 'The wall of promises, for the community' },
    shapes.DeskPledgePages,
  ),
})
