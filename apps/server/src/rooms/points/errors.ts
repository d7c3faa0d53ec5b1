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

export const notOffered = problem(
  'points.notOffered',
  409,
  '这件兑换品现在不在您社区的货架上，请回货架看看别的。',
  'This reward is not on your shelf now; please look at the shelf again.',
)
export const termsChanged = problem(
  'points.termsChanged',
  409,
  '这件兑换品所需的积分刚刚变了，请刷新货架后再决定。',
  'The points it costs have changed; reload the shelf and decide again.',
)
export const soldOut = problem(
  'points.soldOut',
  409,
  '剩下的数量不够了，您的积分没有动用。',
  'There are not enough pieces left; your points are untouched.',
)
export const tooFewPoints = problem(
  'points.tooFewPoints',
  409,
  '可用的积分不够，没有兑换；为别的兑换预留的积分不能重复用。',
  'You have too few points to spend; points held for another redemption do not count.',
)
export const belowBase = problem(
  'points.belowBase',
  409,
  '只有超过基数的积分可以抵扣，请减少数量。',
  'Only points above the base can be spent on this; choose fewer pieces.',
)
export const monthlyLimit = problem(
  'points.monthlyLimit',
  409,
  '本月兑换已到每人限量，下月再来。',
  "You have reached this month's limit; come again next month.",
)
export const notHeld = problem(
  'points.notHeld',
  409,
  '这张兑换单已经领取、取消或过期，请刷新后查看。',
  'This redemption was collected, cancelled or has expired; reload to see.',
)
export const codeUnknown = problem(
  'points.codeUnknown',
  404,
  '没有找到这个领取码的兑换单：请核对数字，或请对方刷新页面；别家商户的码在这里查不到。',
  'No redemption of yours waits with this code; check the digits.',
)
export const notCollected = problem(
  'points.notCollected',
  409,
  '只有已领取的兑换可以退回；待领取的可由本人取消。',
  'Only what was collected can be given back.',
)
export const ownRedemption = problem(
  'points.ownRedemption',
  403,
  '不能退回自己的兑换，请由其他管理员办理。',
  'You cannot give back a redemption of your own; ask another administrator.',
)
export const stockTooLow = problem(
  'points.stockTooLow',
  409,
  '货架上没有这么多可减，请改小数量后再试。',
  'There are fewer pieces on the shelf than you would take away.',
)
export const rewardChanged = problem(
  'points.rewardChanged',
  409,
  '这件兑换品刚刚被别人调整过，请刷新后再改。',
  'This reward was changed meanwhile; reload and try again.',
)
