import { endpoints } from '../endpoint.ts'
import { Type } from '../schema.ts'
import * as shapes from './shapes.ts'

/** Orders that other desks send here as files (12345 hotline, reports of WeCom), and what goes back to them. */
export const upstreamEndpoints = endpoints({
  listSenders: {
    kind: 'read',
    method: 'GET',
    path: '/senders',
    summary: { zh: '转来方', en: 'Desks that send orders as files' },
    response: shapes.Senders,
  },
  addSender: {
    kind: 'command',
    method: 'POST',
    path: '/senders',
    summary: { zh: '登记转来方', en: 'Register a sender' },
    body: shapes.AddSenderBody,
    response: shapes.SenderResult,
    status: 201,
  },
  changeSender: {
    kind: 'command',
    method: 'PUT',
    path: '/senders/:id',
    summary: { zh: '改转来方和列的对应', en: 'Change a sender and what its columns mean' },
    params: shapes.SenderParams,
    body: shapes.ChangeSenderBody,
    response: shapes.SenderResult,
  },
  checkSenderFile: {
    kind: 'upload',
    method: 'POST',
    path: '/senders/:id/checks',
    summary: { zh: '检查转来的表格', en: "Check a sender's file" },
    params: shapes.SenderParams,
    response: shapes.CheckedFile,
  },
  importSenderFile: {
    kind: 'upload',
    method: 'POST',
    path: '/senders/:id/imports',
    summary: { zh: '导入转来的表格', en: "Import a sender's file" },
    params: shapes.SenderParams,
    response: shapes.SenderImportStarted,
  },
  followSenderImport: {
    kind: 'read',
    method: 'GET',
    path: '/sender-imports/:id',
    summary: { zh: '转来的表格导入到了哪一步', en: "How far the import of a sender's file is" },
    params: shapes.SenderRunParams,
    response: shapes.SenderRun,
  },
  returnToSender: {
    kind: 'read',
    method: 'GET',
    path: '/senders/:id/answers',
    summary: { zh: '导出给转来方', en: 'What goes back to a sender' },
    params: shapes.SenderParams,
    query: shapes.ReturnQuery,
    response: Type.Unsafe<never>({}),
    file: 'application/octet-stream',
  },
})
