import { problem } from '../../kernel/problem.ts'

export const activityChanged = problem(
  'activities.changed',
  409,
  '这场活动刚刚被别人改过，或者已经取消、已经小结，请刷新后再看。',
  'This activity was changed, called off or summed up meanwhile; reload and look again.',
)
export const notOpen = problem(
  'activities.notOpen',
  409,
  '这场活动现在不能报名：还没发布、不用报名、已经取消或已经结束。',
  'You cannot sign up for this activity now: it is not published, needs no sign-up, was called off or is over.',
)
export const activityFull = problem(
  'activities.full',
  409,
  '名额刚刚报满了。可以排候补，有人取消会按先后补上并告诉您。',
  'The seats have just gone. You may join the waiting list and will be told when one is free.',
)
export const alreadySignedUp = problem(
  'activities.alreadySignedUp',
  409,
  '已经报过名了，不用再报；在“我的活动”里可以看到。',
  'Already signed up; see your activities.',
)
export const notOfHousehold = problem(
  'activities.notOfHousehold',
  409,
  '只能替同一户的家人报名。别人想来，请他自己报，或请社区代报。',
  'You may sign up members of your own household only; others sign up themselves or by telephone.',
)
export const guardianOnly = problem(
  'activities.guardianOnly',
  409,
  '孩子来参加要监护人报名并同意。请孩子的监护人来报。',
  'A child is signed up by its guardian, who agrees; please let the guardian do it.',
)
export const signupOver = problem(
  'activities.signupOver',
  409,
  '这个报名已经取消，或者活动已经开始，不用再取消。',
  'This sign-up was cancelled before, or the activity has begun.',
)
export const wrongCode = problem(
  'activities.wrongCode',
  409,
  '签到码不对，请看门口的二维码或六位数，也可以请工作人员帮您签到。',
  'The code does not fit; look at the door, or let somebody on duty check you in.',
)
export const notSignedUp = problem(
  'activities.notSignedUp',
  409,
  '没有找到您的报名，或者已经签过到。没报名也欢迎，直接进去就行，工作人员会数人数。',
  'No sign-up of yours waits here. You are welcome all the same; the head count is taken inside.',
)
export const notNow = problem(
  'activities.notNow',
  409,
  '还没到时候：签到从开始前一小时起，小结从活动开始后起。',
  'Not yet: check-in opens an hour before it begins, the summary when it has begun.',
)
export const ownHelp = problem(
  'activities.ownHelp',
  409,
  '自己的服务时间要请另一位同事确认。',
  'Your own hours are confirmed by somebody else.',
)
export const notAHelper = problem(
  'activities.notAHelper',
  409,
  '名单里有人没有报名帮忙，请刷新后重试。',
  'Somebody on the list did not sign up to help; reload and try again.',
)
export const ownPhoto = problem(
  'activities.ownPhoto',
  409,
  '自己传的照片要请另一位同事看过才能公开。',
  'A photo of your own is checked by somebody else before it is shown.',
)
export const photoGone = problem(
  'activities.photoGone',
  409,
  '这张照片已经撤下，不再公开。',
  'This photo was taken down and is not shown again.',
)
export const seatsTaken = problem(
  'activities.seatsTaken',
  409,
  '已经报名的人比新的名额多，请把名额改大一些。',
  'More people have signed up than there would be seats; please allow more.',
)
export const noDates = problem(
  'activities.noDates',
  400,
  '这样排不出日子，或者超过一百场。请检查开始日期、星期几和截止日期。',
  'This gives no dates, or more than a hundred. Check the first day, the weekdays and the last day.',
)
export const roomTaken = problem(
  'activities.roomTaken',
  409,
  '这间屋子那个时间已经有人约了，请换时间、换一间，或者先和约的人商量。',
  'The room is taken at that time: choose another time or room.',
)
