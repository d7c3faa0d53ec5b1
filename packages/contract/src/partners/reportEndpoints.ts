import { endpoints } from '../endpoint.ts'
import { Type } from '../schema.ts'
import { DOCX, PDF } from './media.ts'
import * as shapes from './reportShapes.ts'
import { CheckInParams, FormQuery, PartnerResult } from './shapes.ts'

/** 双报告: what a unit did in a community, seen by the unit first. */
export const reportEndpoints = endpoints({
  drawReport: {
    kind: 'command',
    method: 'POST',
    path: '/check-ins/:id/reports',
    summary: { zh: '填写单位服务报告，先请单位看', en: 'Draw a report of a unit for the unit to see' },
    params: CheckInParams,
    body: shapes.DrawReportBody,
    response: PartnerResult,
    status: 201,
  },
  answerReport: {
    kind: 'command',
    method: 'POST',
    path: '/unit-reports/:id/answer',
    summary: { zh: '单位答复服务报告', en: 'Answer a report of one’s unit' },
    params: shapes.ReportParams,
    body: shapes.AnswerReportBody,
    response: PartnerResult,
  },
  listReports: {
    kind: 'read',
    method: 'GET',
    path: '/unit-reports',
    summary: { zh: '单位服务报告', en: 'Reports of units' },
    query: shapes.ReportsQuery,
    response: shapes.ReportPage,
  },
  unitReports: {
    kind: 'read',
    method: 'GET',
    path: '/unit-reports/of-my-unit',
    summary: { zh: '本单位的服务报告', en: 'Reports of my unit' },
    query: shapes.ReportsQuery,
    response: shapes.ReportPage,
  },
  reportFile: {
    kind: 'read',
    method: 'GET',
    path: '/unit-reports/:id/file',
    summary: { zh: '下载单位服务报告', en: 'A report of a unit as docx or PDF' },
    params: shapes.ReportParams,
    query: FormQuery,
    response: Type.Unknown(),
    file: `${PDF}, ${DOCX}`,
  },
  unitWaiting: {
    kind: 'read',
    method: 'GET',
    path: '/me/unit-waiting',
    summary: { zh: '等本单位办理的', en: 'What waits for my unit' },
    response: shapes.UnitWaiting,
  },
})
