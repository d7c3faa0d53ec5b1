import { type Endpoint, endpoints } from '../endpoint.ts'
import { type TSchema, Type } from '../schema.ts'
import type { Words } from '../words.ts'
import { DOCX, PDF } from './media.ts'
import * as shapes from './shapes.ts'

const command = <const P extends Endpoint['path'], R extends TSchema, B extends TSchema>(
  path: P,
  summary: Words,
  params: R,
  body: B,
) =>
  ({ kind: 'command', method: 'POST', path, summary, params, body, response: shapes.PartnerResult }) as const

/** 双报到和双报告: who reports where, letters, feedback cards. */
export const partnerEndpoints = endpoints({
  myReporting: {
    kind: 'read',
    method: 'GET',
    path: '/me/reporting',
    summary: { zh: '我的报到', en: 'My reporting' },
    response: shapes.MyReporting,
  },
  checkIn: {
    kind: 'command',
    method: 'POST',
    path: '/check-ins',
    summary: { zh: '党员到社区报到', en: 'Report to a community as a member' },
    body: shapes.CheckInBody,
    response: shapes.PartnerResult,
    status: 201,
  },
  checkInUnit: {
    kind: 'command',
    method: 'POST',
    path: '/check-ins/units',
    summary: { zh: '单位到社区报到', en: 'Report to a community as a unit' },
    body: shapes.CheckInUnitBody,
    response: shapes.PartnerResult,
    status: 201,
  },
  listCheckIns: {
    kind: 'read',
    method: 'GET',
    path: '/check-ins',
    summary: { zh: '来社区报到的', en: 'Who reports to the community' },
    query: shapes.CheckInsQuery,
    response: shapes.CheckInPage,
  },
  unitCheckIns: {
    kind: 'read',
    method: 'GET',
    path: '/check-ins/of-my-unit',
    summary: { zh: '本单位的报到', en: 'Reporting of my unit' },
    query: shapes.UnitCheckInsQuery,
    response: shapes.CheckInPage,
  },
  decideCheckIn: command(
    '/check-ins/:id/decision',
    { zh: '接收报到', en: 'Accept or decline a check-in' },
    shapes.CheckInParams,
    shapes.DecideBody,
  ),
  endCheckIn: {
    kind: 'command',
    method: 'POST',
    path: '/check-ins/:id/ending',
    summary: { zh: '结束报到', en: 'End a check-in' },
    params: shapes.CheckInParams,
    response: shapes.PartnerResult,
  },
  issueLetter: {
    kind: 'command',
    method: 'POST',
    path: '/check-ins/:id/letter',
    summary: { zh: '开具介绍信', en: 'Issue an introduction letter' },
    params: shapes.CheckInParams,
    response: shapes.PartnerResult,
    status: 201,
  },
  revokeLetter: {
    kind: 'command',
    method: 'POST',
    path: '/letters/:id/revocation',
    summary: { zh: '作废介绍信', en: 'Revoke a letter' },
    params: shapes.LetterParams,
    response: shapes.PartnerResult,
  },
  letterFile: {
    kind: 'read',
    method: 'GET',
    path: '/letters/:id/file',
    summary: { zh: '下载介绍信', en: 'A letter as docx or PDF' },
    params: shapes.LetterParams,
    query: shapes.FormQuery,
    response: Type.Unknown(),
    file: `${PDF}, ${DOCX}`,
  },
  checkLetter: {
    kind: 'read',
    method: 'GET',
    path: '/letters/at/:slug',
    summary: { zh: '核验介绍信', en: 'Check that a letter is genuine' },
    params: shapes.SlugParams,
    response: shapes.LetterCheck,
  },
  drawCard: {
    kind: 'command',
    method: 'POST',
    path: '/check-ins/:id/cards',
    summary: { zh: '填写反馈卡，先请本人看', en: 'Draw a feedback card for the member to see' },
    params: shapes.CheckInParams,
    body: shapes.DrawCardBody,
    response: shapes.PartnerResult,
    status: 201,
  },
  answerCard: command(
    '/feedback-cards/:id/answer',
    { zh: '答复反馈卡', en: 'Answer a feedback card' },
    shapes.CardParams,
    shapes.AnswerCardBody,
  ),
  sendCard: command(
    '/feedback-cards/:id/sending',
    { zh: '送交反馈卡', en: 'Send a feedback card to the home unit' },
    shapes.CardParams,
    shapes.VersionBody,
  ),
  listCards: {
    kind: 'read',
    method: 'GET',
    path: '/feedback-cards',
    summary: { zh: '反馈卡', en: 'Feedback cards' },
    query: shapes.CardsQuery,
    response: shapes.CardPage,
  },
  unitCards: {
    kind: 'read',
    method: 'GET',
    path: '/feedback-cards/of-my-unit',
    summary: { zh: '收到的反馈卡', en: 'Feedback cards my unit received' },
    query: shapes.CardsQuery,
    response: shapes.CardPage,
  },
  cardFile: {
    kind: 'read',
    method: 'GET',
    path: '/feedback-cards/:id/file',
    summary: { zh: '下载反馈卡', en: 'A feedback card as docx or PDF' },
    params: shapes.CardParams,
    query: shapes.FormQuery,
    response: Type.Unknown(),
    file: `${PDF}, ${DOCX}`,
  },
  listDocumentTemplates: {
    kind: 'read',
    method: 'GET',
    path: '/partner-templates',
    summary: { zh: '文书模板', en: 'Templates of documents' },
    response: shapes.TemplateList,
  },
  getDocumentTemplate: {
    kind: 'read',
    method: 'GET',
    path: '/partner-templates/:kind/template.docx',
    summary: { zh: '下载文书模板', en: 'Download a template' },
    params: shapes.DocumentParams,
    response: Type.Unknown(),
    file: DOCX,
  },
  uploadDocumentTemplate: {
    kind: 'upload',
    method: 'POST',
    path: '/partner-templates/:kind',
    summary: { zh: '换用本地模板', en: 'Use a template of the place' },
    params: shapes.DocumentParams,
    response: shapes.TemplateView,
    status: 201,
  },
})
export { agreementEndpoints } from './agreementEndpoints.ts'
export { pledgeEndpoints } from './pledgeEndpoints.ts'
export { reportEndpoints } from './reportEndpoints.ts'
export { sharingEndpoints } from './sharingEndpoints.ts'
