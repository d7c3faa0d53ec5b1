import { type Endpoint, endpoints } from '../endpoint.ts'
import type { TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './agreementShapes.ts'

const command = <const P extends Endpoint['path'], R extends TSchema, B extends TSchema>(
  path: P,
  summary: Words,
  params: R,
  body: B,
) =>
  ({
    kind: 'command',
    method: 'POST',
    path,
    summary,
    params,
    body,
    response: shapes.AgreementResult,
  }) as const

/** 结对共建: agreements of units and communities, what they promised each other, and what was kept. */
export const agreementEndpoints = endpoints({
  listAgreements: {
    kind: 'read',
    method: 'GET',
    path: '/agreements',
    summary: { zh: '结对共建协议', en: 'Agreements' },
    query: shapes.AgreementsQuery,
    response: shapes.AgreementPage,
  },
  getAgreement: {
    kind: 'read',
    method: 'GET',
    path: '/agreements/:id',
    summary: { zh: '一份协议', en: 'One agreement' },
    params: shapes.AgreementParams,
    response: shapes.AgreementView,
  },
  proposeAgreement: {
    kind: 'command',
    method: 'POST',
    path: '/agreements',
    summary: { zh: '提出协议', en: 'Propose an agreement' },
    body: shapes.ProposeBody,
    response: shapes.AgreementResult,
    status: 201,
  },
  answerAgreement: command(
    '/agreements/:id/answer',
    { zh: '签署协议', en: 'Sign or decline an agreement' },
    shapes.AgreementParams,
    shapes.AnswerAgreementBody,
  ),
  endAgreement: command(
    '/agreements/:id/ending',
    { zh: '结束协议', en: 'End an agreement' },
    shapes.AgreementParams,
    shapes.EndAgreementBody,
  ),
  reportPromise: {
    kind: 'command',
    method: 'POST',
    path: '/promises/:id/report',
    summary: { zh: '报已办', en: 'Report a promise as done' },
    params: shapes.PromiseParams,
    response: shapes.AgreementResult,
  },
  confirmPromise: command(
    '/promises/:id/confirmation',
    { zh: '确认兑现', en: 'Confirm that a promise was kept' },
    shapes.PromiseParams,
    shapes.ConfirmPromiseBody,
  ),
  linkPromise: command(
    '/promises/:id/order',
    { zh: '由工单来办', en: 'Have an order do what was promised' },
    shapes.PromiseParams,
    shapes.LinkOrderBody,
  ),
  recordPayment: command(
    '/promises/:id/payments',
    { zh: '登记到账', en: 'Record funds received' },
    shapes.PromiseParams,
    shapes.RecordPaymentBody,
  ),
  publicPromises: {
    kind: 'read',
    method: 'GET',
    path: '/public-promises',
    summary: { zh: '共建承诺公开', en: 'What partners promised, for everybody' },
    query: shapes.PublicPromisesQuery,
    response: shapes.PublicPromises,
  },
})
