import { problem } from '../../kernel/problem.ts'

export const notHelper = problem(
  'points.notHelper',
  409,
  '积分只发给志愿者，请先登记成为志愿者。',
  'Only helpers take part in points; please register as a helper first.',
)
export const notPosted = problem(
  'points.notPosted',
  409,
  '只有已入账的分录可以更正；待入账的会随工单结果自动入账或作废。',
  'Only posted entries can be corrected; pending ones follow their order.',
)
export const notOfRedemption = problem(
  'points.notOfRedemption',
  409,
  '兑换的分录不在这里更正，请在兑换单上退回。',
  'Entries of a redemption are not corrected; give the redemption back instead.',
)
export const alreadyCorrected = problem(
  'points.alreadyCorrected',
  409,
  '这笔分录已经更正过；如果更正有误，请对更正那一笔再作更正。',
  'This entry was corrected before; if that was wrong, correct the correction.',
)
export const balanceTooLow = problem(
  'points.balanceTooLow',
  409,
  '对方可用的积分不够更正这么多（为兑换预留的不算），请改小更正分数后再试。',
  'What the account can spend is lower than the correction; correct a smaller amount.',
)
export const ownAccount = problem(
  'points.ownAccount',
  403,
  '不能更正自己账户的分录，请由其他管理员办理。',
  'You cannot correct an entry of your own account; ask another administrator.',
)
