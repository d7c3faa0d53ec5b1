import { problem } from '../../kernel/problem.ts'

export const sessionWrong = problem(
  'staff.sessionWrong',
  422,
  '结束时间要晚于开始时间，开始时间不能已经过去。',
  'A session ends after it begins, and begins in the future.',
)
export const sessionFull = problem(
  'staff.sessionFull',
  409,
  '这一场刚刚报满了，请看看别的场次。',
  'This session has just filled up; please look at another.',
)
export const seatTaken = problem(
  'staff.seatTaken',
  409,
  '这一场您已经报名了，不用再报。',
  'You have signed up for this session already.',
)
export const notMeant = problem(
  'staff.notMeant',
  403,
  '这门课是给别的岗位或别的地方办的。想参加，请跟社区说。',
  'This course is for other posts or another area; tell the community if you would like to come.',
)
export const noSeat = problem(
  'staff.noSeat',
  404,
  '没有可退的报名：没报过、已退，或已确认参加。',
  'There is no seat to leave: not taken, left before, or attendance confirmed.',
)
export const notSignedUp = problem(
  'staff.notSignedUp',
  422,
  '有人没有报这一场，请刷新名单再确认。',
  'Somebody on the list is not signed up for this session; reload it.',
)
export const notPosted = problem(
  'staff.notPosted',
  422,
  '这个人现在不在本片任职，请在岗位里核对。',
  'This person holds no post in your area now; check the posts.',
)
export const daysWrong = problem(
  'staff.daysWrong',
  422,
  '到期日要晚于开始日，最长一年。',
  'The last day comes after the first, a year later at most.',
)
export const notYourself = problem(
  'staff.notYourself',
  422,
  '不能和自己商定，也不能和自己结成师徒。',
  'You cannot agree on your own work, nor be paired with yourself.',
)
export const notNow = problem(
  'staff.notNow',
  409,
  '现在还不到这一步，或者已经办过了，请刷新看看。',
  'It is not the time for this step, or it was done before; please reload.',
)
export const itemMissing = problem(
  'staff.itemMissing',
  422,
  '每一项商定的结果都要写明做到了还是还没有。',
  'Every agreed result needs its word, met or not yet.',
)
export const ownAppeal = problem(
  'staff.ownAppeal',
  403,
  '申诉要由另一个人答复：商定和写结果的人、申诉的本人都不能答复。',
  'An appeal is answered by somebody else: neither by whoever concluded nor by the worker.',
)
export const tooLate = problem(
  'staff.tooLate',
  409,
  '申诉的日子已经过了。有新的情况，请直接和社区说。',
  'The days for an appeal are over; please tell the community what is new.',
)
export const alreadyPaired = problem(
  'staff.alreadyPaired',
  409,
  '这两个人已经是师徒，或正在等答复。',
  'These two are a pair already, or an answer is awaited.',
)
export const unknownCategory = problem(
  'staff.unknownCategory',
  422,
  '没有这个档次，请从列出的里选。',
  'There is no such category; choose one of the list.',
)
export const hasAllowance = problem(
  'staff.hasAllowance',
  409,
  '这个人已有一档补助，先停掉原来的再定。',
  'This person has an allowance; end it before you set another.',
)
export const tooManyFiles = problem(
  'staff.tooManyFiles',
  409,
  '一门课最多放 20 份材料，请先撤下不用的。',
  'A course hands out up to 20 files; take one down first.',
)
export const fileGone = problem(
  'staff.fileGone',
  409,
  '这份材料已经撤下了，刷新就看到。',
  'This file was taken down already; reload to see it.',
)
