import { problem } from '../../kernel/problem.ts'

export const stationChanged = problem(
  'stations.changed',
  409,
  '这个驿站刚刚被别人改过，请刷新后再改。',
  'This station was changed meanwhile; reload and try again.',
)
export const notBookable = problem(
  'stations.notBookable',
  409,
  '这个项目已停止预约，请看看别的。',
  'This can no longer be booked; please look at something else.',
)
export const noSlot = problem(
  'stations.noSlot',
  409,
  '这个时段不能约了：已经过去、还太早，或者开放时间有变。请另选一个时段。',
  'This slot cannot be booked: it is over, too far ahead, or the hours changed. Please choose another.',
)
export const slotFull = problem(
  'stations.full',
  409,
  '这个时段刚刚约满了。可以排候补，有人取消会按先后补上并告诉您；也可以换一个时段。',
  'This slot has just filled up. You may join the waiting list, or choose another slot.',
)
export const alreadyBooked = problem(
  'stations.alreadyBooked',
  409,
  '这个时段已经约过了，不用再约；在“我的预约”里可以看到。',
  'You have booked this slot already; see your bookings.',
)
export const tooManyBookings = problem(
  'stations.tooMany',
  409,
  '您还有好几个预约没到时间，先用掉或取消一个再约，给别人也留些位子。',
  'You have several bookings to come; use or cancel one before you book another.',
)
export const notOpenAnyMore = problem(
  'stations.notOpen',
  409,
  '这个预约已经取消或时间已过，不用再取消。',
  'This booking was cancelled before or its time is over.',
)
export const numberTaken = problem(
  'stations.numberTaken',
  409,
  '您在这里已经有一个号了，不用再取；在“我的号”里可以看到前面还有几位。',
  'You have a number here already; see how many are before you under your numbers.',
)
export const numberOver = problem(
  'stations.numberOver',
  409,
  '这个号已经办完或者过了今天。还要办请重新取号。',
  'This number is done, or of another day. Please take a new one.',
)
export const nothingLeft = problem(
  'stations.nothingLeft',
  409,
  '这一样都借出去了，或已停止出借。请看看别的，或等有人还回来。',
  'All of these are out, or no longer lent. Look at something else, or wait until one comes back.',
)
export const isBack = problem(
  'stations.isBack',
  409,
  '这一件已经还过了，不用再还。',
  'This piece is back already.',
)
