import { type Endpoint, endpoints } from '../endpoint.ts'
import { Shape, type TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './shapes.ts'

const plan = <const P extends Endpoint['path'], B extends TSchema, R extends TSchema>(
  path: P,
  summary: Words,
  body: B,
  response: R,
) => ({ kind: 'command', method: 'POST', path, summary, params: shapes.PlanParams, body, response }) as const

/** 关爱计划. */
export const careEndpoints = endpoints({
  listCare: {
    kind: 'read',
    method: 'GET',
    path: '/care-plans',
    summary: { zh: '本片的关爱计划', en: 'Plans of care in my area' },
    query: shapes.CareQuery,
    response: shapes.CarePage,
  },
  careChoices: {
    kind: 'read',
    method: 'GET',
    path: '/care-choices',
    summary: { zh: '安排关爱时可选的', en: 'Rhythms, members of a household and carers to choose from' },
    query: shapes.CareChoicesQuery,
    response: shapes.CareChoices,
  },
  startCare: {
    kind: 'command',
    method: 'POST',
    path: '/care-plans',
    summary: { zh: '安排关爱', en: 'Arrange care for somebody' },
    body: shapes.StartCareBody,
    response: shapes.Done,
    status: 201,
  },
  getCare: {
    kind: 'read',
    method: 'GET',
    path: '/care-plans/:id',
    summary: { zh: '一份关爱计划', en: 'One plan of care with who kept in touch when' },
    params: shapes.PlanParams,
    response: shapes.CareView,
  },
  answerCare: plan(
    '/care-plans/:id/answer',
    { zh: '同意或不同意关爱计划', en: 'Agree to a plan of care, or decline' },
    shapes.AnswerCareBody,
    shapes.Done,
  ),
  changeCare: plan(
    '/care-plans/:id',
    { zh: '改关爱计划', en: 'Change carer, stand-ins or rhythms' },
    shapes.ChangeCareBody,
    shapes.Changed,
  ),
  endCare: plan(
    '/care-plans/:id/end',
    { zh: '结束关爱计划', en: 'End a plan of care' },
    shapes.EndCareBody,
    shapes.Done,
  ),
  myCare: {
    kind: 'read',
    method: 'GET',
    path: '/me/care',
    summary: { zh: '我的关爱', en: 'Whom I care for, and what concerns me' },
    response: shapes.MyCare,
  },
  recordContacts: {
    kind: 'command',
    method: 'POST',
    path: '/care-contacts',
    summary: { zh: '记下关爱联系', en: 'Bring contacts, in any order, any number of times' },
    body: shapes.RecordContactsBody,
    response: shapes.RecordedContacts,
  },
  askStandIn: {
    ...plan(
      '/care-plans/:id/stand-ins',
      { zh: '请人替班', en: 'Hand days over to a stand-in' },
      shapes.AskStandInBody,
      shapes.Done,
    ),
    status: 201,
  },
  takeStandIn: {
    ...plan('/care-stand-ins/:id/take', { zh: '我来替班', en: 'Take days over' }, Shape({}), shapes.Done),
    params: shapes.StandInParams,
  },
})
