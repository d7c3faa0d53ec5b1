import { endpoints } from '../endpoint.ts'
import { Type } from '../schema.ts'
import * as shapes from './shapes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** The media types of the formats, as the files are answered. */
export const LEDGER_MEDIA = {
  xlsx: XLSX,
  csv: 'text/csv; charset=utf-8',
  docx: DOCX,
  print: 'application/json',
} as const

export const ledgerEndpoints = endpoints({
  listLedgers: {
    kind: 'read',
    method: 'GET',
    path: '/ledgers',
    summary: { zh: '台账', en: 'Ledgers that I may read, with their columns' },
    response: shapes.LedgerList,
  },
  readLedger: {
    kind: 'read',
    method: 'GET',
    path: '/ledgers/:ledger/rows',
    summary: { zh: '翻台账', en: 'A page of a ledger, newest first unless sorted' },
    params: shapes.LedgerParams,
    query: shapes.ReadLedgerQuery,
    response: shapes.LedgerPage,
  },
  chooseColumns: {
    kind: 'command',
    method: 'POST',
    path: '/ledgers/:ledger/columns',
    summary: { zh: '选台账的列', en: 'Keep my choice of columns' },
    params: shapes.LedgerParams,
    body: shapes.ChooseColumnsBody,
    response: shapes.ChosenColumns,
  },
  exportLedger: {
    kind: 'command',
    method: 'POST',
    path: '/ledgers/:ledger/exports',
    summary: { zh: '导出台账', en: 'Export a ledger; it is written beside other work' },
    params: shapes.LedgerParams,
    body: shapes.ExportLedgerBody,
    response: shapes.ExportAsked,
    status: 201,
  },
  listExports: {
    kind: 'read',
    method: 'GET',
    path: '/ledger-exports',
    summary: { zh: '我的导出', en: 'My exports and how far they are' },
    response: shapes.ExportList,
  },
  fetchExport: {
    kind: 'read',
    method: 'GET',
    path: '/ledger-exports/:id/file',
    summary: { zh: '取导出的文件', en: 'Fetch the file of my export; recorded' },
    params: shapes.ExportParams,
    response: Type.Unknown(),
    file: 'application/octet-stream',
  },
  listLedgerTemplates: {
    kind: 'read',
    method: 'GET',
    path: '/ledgers/:ledger/templates',
    summary: { zh: '台账模板', en: 'Templates for documents of a ledger' },
    params: shapes.LedgerParams,
    response: shapes.TemplateList,
  },
  addLedgerTemplate: {
    kind: 'upload',
    method: 'POST',
    path: '/ledgers/:ledger/templates',
    summary: { zh: '上传模板', en: 'Keep a Word template; its placeholders are checked' },
    params: shapes.LedgerParams,
    query: shapes.AddTemplateQuery,
    response: shapes.TemplateKept,
    status: 201,
  },
  withdrawLedgerTemplate: {
    kind: 'command',
    method: 'POST',
    path: '/ledger-templates/:id/withdrawal',
    summary: { zh: '撤下模板', en: 'Withdraw a template' },
    params: shapes.TemplateParams,
    response: shapes.TemplateKept,
  },
  defaultLedgerTemplate: {
    kind: 'read',
    method: 'GET',
    path: '/ledgers/:ledger/default-template',
    summary: { zh: '下载通用模板', en: "The house's own template, to begin one's own with" },
    params: shapes.LedgerParams,
    query: shapes.DefaultTemplateQuery,
    response: Type.Unknown(),
    file: DOCX,
  },
  compareLedger: {
    kind: 'upload',
    method: 'POST',
    path: '/ledgers/:ledger/differences',
    summary: { zh: '对照改过的表', en: 'Compare an edited export with what stands now; changes nothing' },
    params: shapes.LedgerParams,
    response: shapes.LedgerDifference,
  },
  retiredLedgers: {
    kind: 'read',
    method: 'GET',
    path: '/retired-ledgers',
    summary: { zh: '减下来的台账', en: 'Paper ledgers that are kept no more, month by month' },
    query: shapes.RetiredQuery,
    response: shapes.RetiredPage,
  },
})
