import type { noticeEndpoints } from '@linli/contract/notices/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/** An inbox belongs to its person alone; nobody else reads it, whatever the role. */
export const policy: Policy<keyof typeof noticeEndpoints> = {
  operations: {
    listNotices: who('own', 'resident'),
    markNoticeRead: who('own', 'resident'),
    markAllRead: who('own', 'resident'),
    takeUnshown: who('own', 'resident'),
  },
}
