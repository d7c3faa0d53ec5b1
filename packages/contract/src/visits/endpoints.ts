import { endpoints } from '../endpoint.ts'
import * as answers from './answerShapes.ts'
import * as shapes from './shapes.ts'

export const visitEndpoints = endpoints({
  startCampaign: {
    kind: 'command',
    method: 'POST',
    path: '/campaigns',
    summary: { zh: '发起走访', en: 'Start a campaign of visits' },
    body: shapes.StartCampaignBody,
    response: shapes.CampaignResult,
    status: 201,
  },
  listCampaigns: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns',
    summary: { zh: '走访活动', en: 'Campaigns that reach into my area, the latest first' },
    query: shapes.CampaignsQuery,
    response: shapes.CampaignPage,
  },
  reviseForm: {
    kind: 'command',
    method: 'POST',
    path: '/campaigns/:id/form',
    summary: { zh: '改走访表单', en: 'Add a version of the form' },
    params: shapes.CampaignParams,
    body: shapes.ReviseFormBody,
    response: shapes.FormResult,
  },
  campaignProgress: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns/:id/progress',
    summary: { zh: '走访进度', en: 'How far a campaign is, by grid' },
    params: shapes.CampaignParams,
    response: shapes.CampaignProgress,
  },
  takeArea: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns/:id/area',
    summary: { zh: '取我的走访片区', en: 'My doors of a campaign, 500 at a time, to take along' },
    params: shapes.CampaignParams,
    query: shapes.TakeAreaQuery,
    response: shapes.TakenArea,
  },
  recordVisits: {
    kind: 'command',
    method: 'POST',
    path: '/visits/records',
    summary: { zh: '上传走访记录', en: 'Bring records of visits, in any order, any number of times' },
    body: shapes.RecordVisitsBody,
    response: shapes.RecordedVisits,
  },
  keepVisitPhoto: {
    kind: 'command',
    method: 'PUT',
    path: '/visits/photos/:id',
    summary: { zh: '归入走访照片', en: 'Say which photo of a visit a file is' },
    params: shapes.VisitPhotoParams,
    body: shapes.KeepVisitPhotoBody,
    response: shapes.VisitPhotoKept,
  },
  openVisitPhoto: {
    kind: 'session', // a look, not a read: it is recorded, and the picture is never kept with a command
    method: 'POST',
    path: '/visits/photos/:id/open',
    summary: { zh: '看走访照片', en: 'Show a photo of a visit; the look is recorded' },
    params: shapes.VisitPhotoParams,
    body: shapes.OpenPhotoBody,
    response: shapes.OpenedPhoto,
  },
  listMyCompanionVisits: {
    kind: 'read',
    method: 'GET',
    path: '/me/companion-visits',
    summary: { zh: '等我确认的同行走访', en: 'Visits at which I am named as the second, to be confirmed' },
    response: shapes.CompanionPage,
  },
  answerCompanionVisits: {
    kind: 'command',
    method: 'POST',
    path: '/me/companion-visits',
    summary: { zh: '确认同行走访', en: 'Say whether I was there as the second' },
    body: shapes.AnswerCompanionsBody,
    response: shapes.CompanionsAnswered,
  },
})

/** What was answered, and what stands twice: read and settled by those who answer for the area. */
export const visitAnswerEndpoints = endpoints({
  sumVisitAnswers: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns/:id/answers/totals',
    summary: { zh: '走访回答汇总', en: 'What a campaign was answered, question by question, and where' },
    params: shapes.CampaignParams,
    query: answers.AnswerTotalsQuery,
    response: answers.AnswerTotals,
  },
  listVisitAnswers: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns/:id/answers',
    summary: { zh: '走访回答', en: 'Answers of a campaign visit by visit, what was written masked' },
    params: shapes.CampaignParams,
    query: answers.AnswersQuery,
    response: answers.AnswersPage,
  },
  openVisit: {
    kind: 'session', // a look, not a read: it is recorded, and what stands in it is never kept with a command
    method: 'POST',
    path: '/visits/:id/open',
    summary: { zh: '打开走访记录', en: 'Show all that was written down at a door; the look is recorded' },
    params: answers.VisitParams,
    body: answers.OpenVisitBody,
    response: answers.OpenedVisit,
  },
  listVisitConflicts: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns/:id/conflicts',
    summary: { zh: '有两份、要核对的走访', en: 'Visits of a campaign that stand twice' },
    params: shapes.CampaignParams,
    query: answers.ConflictsQuery,
    response: answers.ConflictPage,
  },
  settleVisit: {
    kind: 'command',
    method: 'POST',
    path: '/visits/:id/settle',
    summary: { zh: '核对走访', en: 'Say what holds of a visit that stands twice' },
    params: answers.VisitParams,
    body: answers.SettleVisitBody,
    response: answers.VisitSettled,
  },
})

/** Used at a desk, where a spreadsheet of a form is at hand. */
export const visitDeskEndpoints = endpoints({
  listCampaignKinds: {
    kind: 'read',
    method: 'GET',
    path: '/campaigns/kinds',
    summary: { zh: '本地的走访类型', en: 'Kinds of campaigns as this place walks them' },
    response: shapes.CampaignKinds,
  },
  readFormFile: {
    kind: 'upload',
    method: 'POST',
    path: '/campaigns/forms/read',
    summary: { zh: '读入 XLSForm 表单', en: 'Read a form from an XLSForm file' },
    response: shapes.ReadForm,
  },
})
