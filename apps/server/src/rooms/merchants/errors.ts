import { problem } from '../../kernel/problem.ts'

export const merchantChanged = problem(
  'merchants.changed',
  409,
  '这家商户刚刚被别人改过，请刷新后再改。',
  'This merchant was changed meanwhile; reload and try again.',
)
export const unitTaken = problem(
  'merchants.unitTaken',
  409,
  '这个单位已经登记为商户，不用再登记。',
  'This unit is a merchant already.',
)
export const ruleNotMet = problem(
  'merchants.ruleNotMet',
  409,
  '还没有达到公布的条件，不能公示。条件和现在的数字在商户页面上。',
  'The stated rule is not met yet; the rule and the figures stand on the merchant’s page.',
)
export const noticeOpen = problem(
  'merchants.noticeOpen',
  409,
  '这家商户已经在公示，或者没有什么可以公示的，请刷新后再看。',
  'A notice about this merchant is open already, or there is nothing to give notice of; reload and look again.',
)
export const noticeOver = problem(
  'merchants.noticeOver',
  409,
  '这次公示已经到期或已有结果，不能再提异议。',
  'This notice is over; objections were possible until its end.',
)
export const objectedBefore = problem(
  'merchants.objectedBefore',
  409,
  '您已经提过异议，答复会显示在公示下面。',
  'You have objected already; the answer will stand beneath the notice.',
)
export const anotherDecides = problem(
  'merchants.anotherDecides',
  409,
  '提出公示的人、提异议的人和这家商户的人都不能作决定，请另一位同事来办。',
  'Whoever gave notice, objected or belongs to the merchant does not decide; somebody else does.',
)
export const decidedBefore = problem(
  'merchants.decidedBefore',
  409,
  '这条异议已经答复过了。',
  'This objection was decided before.',
)
export const notYet = problem(
  'merchants.notYet',
  409,
  '公示还没到期，或者还有异议没有答复，等一等再作决定。',
  'The notice is not over, or an objection waits for its answer.',
)
