import { endpoints } from '../endpoint.ts'
import * as shapes from './shapes.ts'

export const noticeEndpoints = endpoints({
  listNotices: {
    kind: 'read',
    method: 'GET',
    path: '/me/notices',
    summary: { zh: '我的通知', en: 'My notices' },
    query: shapes.NoticesQuery,
    response: shapes.NoticePage,
  },
  markNoticeRead: {
    kind: 'command',
    method: 'POST',
    path: '/me/notices/:id/read',
    summary: { zh: '标为已读', en: 'Mark as read' },
    params: shapes.NoticeParams,
    response: shapes.NoticeRead,
  },
  markAllRead: {
    kind: 'command',
    method: 'POST',
    path: '/me/notices/read',
    summary: { zh: '全部标为已读', en: 'Mark all as read' },
    response: shapes.AllNoticesRead,
  },
  takeUnshown: {
    kind: 'command',
    method: 'POST',
    path: '/me/notices/unshown',
    summary: { zh: '取尚未弹出的通知', en: 'Take the notices not yet shown' },
    response: shapes.UnshownNotices,
  },
})
