import { problem } from '../../../kernel/problem.ts'

export const cardChanged = problem(
  'cards.changed',
  409,
  '这张卡刚刚有人改过。您写的还在，请先看看新的内容，再决定要不要保存。',
  'Somebody has just changed this card. What you wrote is still here; look at the new entries, then decide.',
)
export const notMember = problem(
  'cards.notMember',
  409,
  '这个人现在不住这一户，请先核对成员。',
  'This person does not live in the household now; check its members first.',
)
export const noConsent = problem(
  'cards.noConsent',
  409,
  '还没有本人同意（或已撤回、到期），不能记。请先征求同意；未满十四周岁的孩子要监护人同意。',
  'There is no consent to this (or it was taken back or has expired). Ask first; for a child under fourteen the guardian agrees.',
)
export const tagUnknown = problem(
  'cards.tagUnknown',
  422,
  '本地不记这一类情况，请刷新后重选。',
  'This place does not note such a thing; reload and choose again.',
)
export const untilWrong = problem(
  'cards.untilWrong',
  422,
  '期限要从明天起、最长一年；孩子的不能超过满十四周岁那天。请改一下日期。',
  'It may last from tomorrow to a year from now, and for a child not beyond the fourteenth birthday; change the day.',
)
export const noAccount = problem(
  'cards.noAccount',
  409,
  '本人（或监护人）没有手机账号，请当面说明，用纸上签字的方式同意。',
  'The person (or the guardian) has no account; explain it face to face and have paper signed.',
)
export const guardianWrong = problem(
  'cards.guardianWrong',
  422,
  '监护人要是同一户的成年成员，并写上孩子满十四周岁的日期。',
  'The guardian is a grown member of the same household; say also when the child turns fourteen.',
)
export const nameUnknown = problem(
  'cards.nameUnknown',
  409,
  '这一户没有登记这个名字，或有两位同名。请核对写法；孩子写孩子的名字。',
  'Nobody of that name is registered in the household, or two are; check the spelling (for a child, the name of the child).',
)
export const wordsChanged = problem(
  'cards.wordsChanged',
  409,
  '当面看的说明已经改过，这份不能算。请更新后，用新的说明再问一次。',
  'The text that was read has been changed since; ask once more with the new one.',
)
export const presentUnknown = problem(
  'cards.presentUnknown',
  422,
  '同去的人不在名册上，或选成了自己。请重新选。',
  'Who came along is not known here, or is yourself; choose again.',
)
export const tagged = problem(
  'cards.tagged',
  409,
  '凭这份同意已经记过了，请刷新。',
  'Something stands by this consent already; reload.',
)
export const answeredAlready = problem(
  'cards.answeredAlready',
  409,
  '这一项已经答复过或已经过期，请刷新。',
  'This was answered already or has expired; reload.',
)
export const endedAlready = problem(
  'cards.endedAlready',
  409,
  '这一项已经不在了，请刷新。',
  'This is gone already; reload.',
)
export const guardianSpeaks = problem(
  'cards.guardianSpeaks',
  403,
  '未满十四周岁，请让监护人来改。',
  'Under fourteen the guardian speaks; please ask them.',
)
export const noHousehold = problem(
  'cards.noHousehold',
  409,
  '您还没有登记住在哪一户，请联系社区登记。',
  'You are not registered in a household; ask the community office.',
)
