import { endpoints } from '../endpoint.ts'
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
