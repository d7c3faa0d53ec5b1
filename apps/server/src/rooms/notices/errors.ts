import { problem } from '../../kernel/problem.ts'

export const noticeNotFound = problem(
  'notices.notFound',
  404,
  '没有找到这条通知，请刷新后再看。',
  'There is no such notice; please reload.',
)
