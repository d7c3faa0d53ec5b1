import { problem } from '../../kernel/problem.ts'

export const notMember = problem(
  'care.notMember',
  422,
  '这个人现在不住在这一户。请先在住户卡上核对成员，再来安排。',
  'This person does not live in this household now; check the members on its card first.',
)
export const speaksForThem = problem(
  'care.speaksForThem',
  422,
  '同意的人自己不能同时做关爱人或替班人。请另选一位。',
  'Whoever agrees cannot be the carer too; please choose somebody else.',
)
export const noAccount = problem(
  'care.noAccount',
  422,
  '本人或监护人还没有用手机登录过，没法在手机上答复。请改用纸上签字。',
  'The person or the guardian has never signed in; use paper instead.',
)
export const unfitCarer = problem(
  'care.unfitCarer',
  422,
  '关爱人和替班人要是服务这一片的志愿者或网格工作人员，并且各是各的人。请重新选择。',
  'Carers and stand-ins are helpers or staff of this area, each a different person.',
)
export const unknownRhythm = problem(
  'care.unknownRhythm',
  422,
  '没有这种联系的次数，请从列出的里选。',
  'There is no such rhythm here; choose one of the list.',
)
export const untilWrong = problem(
  'care.untilWrong',
  422,
  '到期日要晚于开始日，最长一年；孩子的计划不能超过满十四周岁那天。',
  'It lasts a year at most; for a child until the fourteenth birthday at most.',
)
export const alreadyCared = problem(
  'care.alreadyCared',
  409,
  '这个人已经有一份关爱计划，请打开那一份来改。',
  'This person has a plan already; open and change that one.',
)
export const careChanged = problem(
  'care.changed',
  409,
  '这份计划刚刚有变动，请刷新后再试。',
  'The plan was changed meanwhile; reload and try again.',
)
export const answeredAlready = problem(
  'care.answeredAlready',
  409,
  '已经答复过了，或者计划已经结束。',
  'It was answered before, or the plan has ended.',
)
export const endedAlready = problem(
  'care.endedAlready',
  409,
  '这份计划已经结束，不用再办。',
  'This plan has ended already.',
)
export const notCaring = problem(
  'care.notCaring',
  403,
  '这份关爱现在不由您来做。如果刚交给别人，请刷新看看。',
  'You are not the carer at this time; reload to see who is.',
)
export const contactReused = problem(
  'care.contactReused',
  409,
  '这条联系记录的编号已用在别的内容上，没有收下。请重新记一次。',
  'The id of this contact stands for another one; write it down again.',
)
export const daysWrong = problem(
  'care.daysWrong',
  422,
  '替班从今天或以后开始，最长一个月，并且在计划期内。',
  'Days to hand over begin today or later, for a month at most, within the plan.',
)
export const daysTaken = problem(
  'care.daysTaken',
  409,
  '这几天已经有人接下了，谢谢您。',
  'Somebody else has taken these days. Thank you.',
)
export const daysOverlap = problem(
  'care.daysOverlap',
  409,
  '这几天里有的已经请过人替班，请换别的日子。',
  'Some of these days were handed over before; choose others.',
)
