import { problem } from '../../kernel/problem.ts'

export const daysTurned = problem(
  'duties.daysTurned',
  422,
  '结束日期不能早于开始日期，最长一年。',
  'The last day must not come before the first; a roster is a year at most.',
)
export const shiftsAlike = problem(
  'duties.shiftsAlike',
  422,
  '班次的代号不能相同。',
  'Every shift needs a key of its own.',
)
export const tooLargeRoster = problem(
  'duties.tooLarge',
  422,
  '这张表的班位太多（最多五万个），请分成几张。',
  'The roster has too many places (50,000 at most); divide it.',
)
export const unknownArea = problem(
  'duties.unknownArea',
  422,
  '没有这个地点，或已撤销，请重新选择。',
  'There is no such area, or it was closed; choose another.',
)
export const unknownSkill = problem(
  'duties.unknownSkill',
  422,
  '没有这项技能，请从列表里选择。',
  'There is no such skill; choose one from the list.',
)
export const rosterMoved = problem(
  'duties.rosterMoved',
  409,
  '这张排班表刚刚有了变化，请刷新后再办。',
  'The roster has changed since you looked; reload and try again.',
)
export const rosterInForce = problem(
  'duties.rosterInForce',
  409,
  '排班已生效。来不了请在“我的值班”里求换班。',
  'The roster is in force. If you cannot come, ask for a swap under My duties.',
)
export const nobodyComes = problem(
  'duties.nobodyComes',
  409,
  '还没有人答复能来，请先征询志愿者。',
  'Nobody has said yes so far; ask helpers first.',
)
export const peopleElsewhere = problem(
  'duties.peopleElsewhere',
  409,
  '有人在这期间已排到别的岗位，请重新生成方案。',
  'Somebody has been given another duty meanwhile; propose the roster again.',
)
export const notMember = problem(
  'duties.notMember',
  409,
  '这位同志没有答应参加这张排班。',
  'This person has not agreed to this roster.',
)
export const away = problem(
  'duties.away',
  409,
  '这位同志说过这一天或这一班来不了。',
  'This person has said that they cannot come on this day or to this shift.',
)
export const lacksSkill = problem(
  'duties.lacksSkill',
  409,
  '这个岗位要求的技能，这位同志还没有登记。',
  'The post asks for a skill that this person does not have.',
)
export const needsRest = problem(
  'duties.needsRest',
  409,
  '与前后班次冲突，或两班之间休息不够。',
  'It meets another duty, or leaves too little rest between two.',
)
export const weekFull = problem(
  'duties.weekFull',
  409,
  '这位同志本周的值班时数已满。',
  'This person has reached the hours of the week.',
)
export const dutyOver = problem(
  'duties.dutyOver',
  409,
  '这一班已经开始或结束，不能再改。',
  'The duty has begun or is over; it cannot be changed any more.',
)
export const wrongCode = problem(
  'duties.wrongCode',
  422,
  '签到码不对。请看岗位上今天的六位数字。',
  'The code is not right; look for the six digits shown at the post today.',
)
export const notNow = problem(
  'duties.notNow',
  409,
  '现在不能签到签退。上岗前半小时起可以签到，下岗后十二小时内可以签退。',
  'Not at this time: sign in from half an hour before, sign out until twelve hours after.',
)
export const ownHours = problem(
  'duties.ownHours',
  403,
  '自己的时长要由别人确认。',
  'Somebody else confirms one’s own hours.',
)
export const notServed = problem(
  'duties.notServed',
  409,
  '这一班还没有结束，结束后再确认时长。',
  'The duty is not over yet; confirm the hours afterwards.',
)
export const swapOpen = problem(
  'duties.swapOpen',
  409,
  '这一班已经在求换班。',
  'A swap is asked for already.',
)
export const swapGone = problem(
  'duties.swapGone',
  409,
  '这次换班已经有人应下，或已结束。',
  'Somebody else took this swap, or it has ended.',
)
export const unknownStation = problem(
  'duties.unknownStation',
  422,
  '这个范围里没有这个驿站，或它已撤销，请重新选择。',
  'There is no such station in this area, or it was closed; choose another.',
)
export const noSignIn = problem(
  'duties.noSignIn',
  409,
  '日常值班不用签到。签到只用来记志愿者自己的服务时长，和应急卡口的到岗。',
  'Everyday duties are not signed in to. Signing in is for a helper’s own hours, and for posts in a crisis.',
)
export const codeTriesSpent = problem(
  'duties.codeTriesSpent',
  409,
  '签到码输错太多次了。请告诉岗位负责人或社区，由社区登记您的时长，不会少算。',
  'Too many wrong codes. Tell the post or the office: they write down your hours, and none is lost.',
)
export const monthThere = problem(
  'duties.monthThere',
  409,
  '下个月已经有人接着排了，请打开那一张。',
  'Somebody has gone on with the next month already; open that roster.',
)
export const notInForce = problem(
  'duties.notInForce',
  409,
  '这张排班还没有生效，先确认排班，再接着排下个月。',
  'The roster is not in force; accept it first, then go on with the next month.',
)
export const hoursWaiting = problem(
  'duties.hoursWaiting',
  409,
  '还有人的值班时长没有确认，请先确认。',
  'There are hours that nobody has confirmed; confirm them first.',
)
export const stillServing = problem(
  'duties.stillServing',
  409,
  '还有人在岗。请先通知他们签退，再结束。',
  'Some are on duty still. Tell them to sign out first, then close.',
)
export const placeFilled = problem(
  'duties.placeFilled',
  409,
  '这个空缺刚刚有人补上了，请刷新看看。',
  'Somebody has just been put on here; reload and look.',
)
export const shiftOver = problem(
  'duties.shiftOver',
  409,
  '这一班已经结束，不用再补人了。',
  'The shift is over; nobody needs to be put on any more.',
)
export const noSuchPlace = problem(
  'duties.noSuchPlace',
  422,
  '这张排班在这一天没有这个岗位或这一班，请刷新后再选。',
  'The roster has no such post or shift on this day; reload and choose again.',
)
