import { problem } from '../../kernel/problem.ts'
import type { GuardProblem } from './rules/guards.ts'

export const alreadyClaimed = problem(
  'orders.alreadyClaimed',
  409,
  '这一单刚被别的邻居接走了，谢谢您，看看别的单吧。',
  'Another neighbour was quicker; thank you, please look at the others.',
)
export const quotaReached = problem(
  'orders.quotaReached',
  409,
  '您手上的单已经到上限，先办好一单再来抢。',
  'You hold as many orders as your quota allows; finish one first.',
)
export const notEligible = problem(
  'orders.notEligible',
  403,
  '这一单需要的技能、入户资质、范围或时段与您登记的不符。',
  'This order asks for a skill, clearance, area or hours that are not registered for you.',
)
export const ownOrder = problem(
  'orders.ownOrder',
  409,
  '这是您自己家的单，请留给别的邻居。',
  'This order is your own; please leave it to a neighbour.',
)
export const notNow = problem(
  'orders.notNow',
  409,
  '这张单现在的状态不能办这一步，请刷新看看最新进展。',
  'The order is in a state that does not allow this step; reload it.',
)
export const unknownItem = problem(
  'orders.unknownItem',
  422,
  '没有这个事项，请从清单里选择。',
  'There is no such item; choose one from the list.',
)
export const unknownPlace = problem(
  'orders.unknownPlace',
  422,
  '没有这个地点，请从列表里选择楼栋或社区。',
  'There is no such place; choose one from the list.',
)
export const unknownAssignee = problem(
  'orders.unknownAssignee',
  422,
  '找不到要派给的人、队伍或单位，请重新选择。',
  'The person, team or unit does not exist; choose again.',
)
export const complainedOf = problem(
  'orders.complainedOf',
  422,
  '这一单反映的就是对方，不能派给对方。请换一位，或交上一级处理。',
  'The order is about them; give it to somebody else, or to the level above.',
)
export const unknownSubject = problem(
  'orders.unknownSubject',
  422,
  '没有找到要反映的人或单位，请重新选择，或直接写在诉求内容里。',
  'The person or unit it is about does not exist; choose again, or say it in the text.',
)
export const photoNotYours = problem(
  'orders.photoNotYours',
  422,
  '有照片没有传上来，请重新上传。',
  'A photo is missing or is not yours; upload it again.',
)
export const personalData = problem(
  'orders.personalData',
  422,
  '公开内容里还有电话、证件号或姓名，请隐去后再公开。',
  'The text still holds a phone, an ID number or a name; remove it before publishing.',
)
export const contactHidden = problem(
  'orders.contactHidden',
  403,
  '诉求人要求匿名或保密，承办人不能查看姓名和电话。',
  'The requester asked for anonymity; the handler may not see name or phone.',
)
export const phoneNeeded = problem(
  'orders.phoneNeeded',
  422,
  '替别人点单时，请填写对方的电话。',
  "Give the other person's phone when you place an order for them.",
)
export const idTaken = problem(
  'orders.idTaken',
  409,
  '这张单刚才已经提交成功，内容和现在的不一样。请到“我的单”里查看：要补充就在那张单上补充说明，要另提一件事请重新点单。',
  'This order was placed already, with other content. Look it up among your orders: add a note there, or begin a new order.',
)
export const phoneUnknown = problem(
  'orders.phoneUnknown',
  422,
  '没有登记联系电话。',
  'No phone is registered.',
)
export const searchTooShort = problem(
  'orders.searchTooShort',
  422,
  '请至少输入两个字。',
  'Please type at least two characters.',
)

export const unknownUnit = problem(
  'orders.unknownUnit',
  422,
  '没有这个单位，请从列表里选择。',
  'There is no such unit; choose one from the list.',
)
export const notBelow = problem(
  'orders.notBelow',
  422,
  '只能转给本单位的下级单位；要交给别的单位，请申请退单。',
  'Hand it on inside your own unit only; for another unit, ask to return it.',
)
export const inThePast = problem(
  'orders.inThePast',
  422,
  '预计恢复日期已经过了，请填今天或以后的日期。',
  'The promised day is over; give today or a later day.',
)
export const inTheFuture = problem(
  'orders.inTheFuture',
  422,
  '会议的日期还没到，请填今天或以前的日期。',
  'The meeting has not been held yet; give today or an earlier day.',
)
export const extensionTooLong = problem(
  'orders.extensionTooLong',
  422,
  '这类单不能延长这么久，请少填一些；急单不能延期。',
  'Orders of this kind are not extended by so much; an emergency not at all.',
)
export const unmergeable = problem(
  'orders.unmergeable',
  422,
  '不能并到这一单：要是同一社区、还在办或结案不久的单，并且它自己没有并到别的单。',
  'It cannot be merged into that one: choose an order of the same community, open or closed not long ago, that follows no other.',
)

/** One problem for each reason a guard may give. */
export const GUARD_PROBLEMS: { readonly [reason in GuardProblem]: ReturnType<typeof problem> } = {
  notGrabbable: problem(
    'orders.notGrabbable',
    409,
    '这个事项不能放到抢单大厅，请直接派单。',
    'This item may not be offered; dispatch it.',
  ),
  noMoreWaves: problem(
    'orders.noMoreWaves',
    409,
    '已经扩大到最大范围，请直接指派。',
    'The offer is at its widest; assign somebody.',
  ),
  beforePhotoMissing: problem(
    'orders.beforePhotoMissing',
    422,
    '这个事项要有办理前的照片。',
    'This item needs a photo from before.',
  ),
  afterPhotoMissing: problem(
    'orders.afterPhotoMissing',
    422,
    '这个事项要有办理后的照片。',
    'This item needs a photo from after.',
  ),
  contactMissing: problem(
    'orders.contactMissing',
    422,
    '请先联系诉求人，并记下联系方式。',
    'Contact the requester first and record how.',
  ),
  ownHandling: problem(
    'orders.ownHandling',
    403,
    '自己办的单要由别人审核和回访。',
    'Somebody else must review and follow up what you handled.',
  ),
  secondPersonNeeded: problem(
    'orders.secondPersonNeeded',
    409,
    '这是特殊困难人员的诉求，先提请，再由另一位同事确认不予受理。',
    'A vulnerable person: propose the refusal first, a colleague must confirm it.',
  ),
  alreadyProposed: problem(
    'orders.alreadyProposed',
    409,
    '已有同事提请不予受理，等另一位确认。',
    'A refusal is already proposed and waits for a second person.',
  ),
  reworkRoundsUsed: problem(
    'orders.reworkRoundsUsed',
    409,
    '重办次数已用完，由区级管理员决定。',
    'The rounds of rework are used up; the region administrator decides.',
  ),
  moreCallsNeeded: problem(
    'orders.moreCallsNeeded',
    409,
    '没联系上要多打几次、隔几天再打，记满次数才能结案。',
    'Not reached: call again on another day before closing.',
  ),
  ratingMissing: problem(
    'orders.ratingMissing',
    422,
    '请记下是否解决和满意程度。',
    'Record whether it is solved and how satisfied the person is.',
  ),
  noConsent: problem(
    'orders.noConsent',
    409,
    '诉求人还没有同意晒单。',
    'The requester has not agreed to publication.',
  ),
  notShown: problem(
    'orders.notShown',
    409,
    '这一单没有晒出来，没有要撤下的。',
    'This order is not published: there is nothing to withdraw.',
  ),
  neverShown: problem('orders.neverShown', 409, '这类单不公开。', 'Orders of this kind are never shown.'),
  emergencyStays: problem(
    'orders.emergencyStays',
    409,
    '急单不能撤，如果没事了请打电话告诉我们。',
    'An emergency is not cancelled; please call us if all is well.',
  ),
  alreadyRated: problem(
    'orders.alreadyRated',
    409,
    '这一轮已经评过了，谢谢。',
    'This round is already rated, thank you.',
  ),
  notSelfHandled: problem(
    'orders.notSelfHandled',
    409,
    '这件事不能自办自结，请按流程受理、派单。',
    'This matter may not be closed by the grid worker alone; accept and dispatch it.',
  ),
  supplementsUsed: problem(
    'orders.supplementsUsed',
    409,
    '退回补正的次数用完了，请受理、直接答复或不予受理。',
    'The requester was asked often enough: accept, answer or refuse.',
  ),
  stillTime: problem(
    'orders.stillTime',
    409,
    '补充的期限还没到，请再等等，或打电话问一问。',
    'There is still time to tell more; wait, or ring them up.',
  ),
  hostWasRuled: problem(
    'orders.hostWasRuled',
    409,
    '这一单由谁办已经裁定，不能再退，请接着办。',
    'Whose it is has been ruled; it cannot be returned again.',
  ),
  neverReturned: problem(
    'orders.neverReturned',
    409,
    '急单不能退，请马上办；确实办不了，请打电话给派单员。',
    'An emergency is not returned: see to it, or ring up the dispatcher.',
  ),
  tooLateToReturn: problem(
    'orders.tooLateToReturn',
    409,
    '退单的期限已经过了，请接着办；要别的单位一起办，请报告派单员。',
    'The term for returning is over; go on with it, or tell the dispatcher whom you need.',
  ),
  extendedBefore: problem(
    'orders.extendedBefore',
    409,
    '这一单已经延过一次期，不能再延；确有外部原因可以申请挂起。',
    'It was extended once already; for an outside cause ask to pause it.',
  ),
  limitPassed: problem(
    'orders.limitPassed',
    409,
    '办结时限已经过了，不能再申请延期，请尽快办结并说明。',
    'The limit is over; finish it and say why it is late.',
  ),
  urgedBefore: problem(
    'orders.urgedBefore',
    409,
    '今天已经催过了，承办方收到了。明天还没动静可以再催。',
    'It was urged today already, and they have been told. You may urge again tomorrow.',
  ),
  notSupervised: problem(
    'orders.notSupervised',
    409,
    '这一单没有等着回复的督办。',
    'No supervision of this order waits for an answer.',
  ),
  solvedAlready: problem(
    'orders.solvedAlready',
    409,
    '办理结果是已解决，不用解释结案；诉求人说没解决，请先记下评价。',
    'It is said to be solved: nothing to explain. If the requester says otherwise, record that first.',
  ),
  appealTooLate: problem(
    'orders.appealTooLate',
    409,
    '申请复核的期限已经过了。有新情况，请重新点单。',
    'The time for a review is over. If there is something new, place a new order.',
  ),
  appealedBefore: problem(
    'orders.appealedBefore',
    409,
    '上一级已经复核过，维持了原结果。还不服，可以拨打 12345 或到信访窗口反映。',
    'It was reviewed one level above, and the result stands. You may still turn to 12345 or the petition office.',
  ),
  decidedYourself: problem(
    'orders.decidedYourself',
    403,
    '原来的决定您参与过，要由别人来答复。',
    'You had a part in the first decision; somebody else must answer.',
  ),
  nobodyHasIt: problem(
    'orders.nobodyHasIt',
    409,
    '这张单没有承办方，请用“复核成立，重新受理”。',
    'Nobody has this order: take it in anew.',
  ),
  somebodyHasIt: problem(
    'orders.somebodyHasIt',
    409,
    '这张单有承办方，请用“复核成立，重新办理”。',
    'Somebody has this order: let it be done again.',
  ),
  nothingToObject: problem(
    'orders.nothingToObject',
    409,
    '没有可以提异议的决定，或者期限已经过了。',
    'There is no decision to object to, or the time for it is over.',
  ),
  otherObjection: problem(
    'orders.otherObjection',
    409,
    '对方的异议不是针对这一项。',
    'The objection is to something else.',
  ),
  mergedForGood: problem(
    'orders.mergedForGood',
    409,
    '并单已经超过可以撤销的时间，请另开一单。',
    'The time in which a merging can be undone is over; place a new order.',
  ),
  keptBySender: problem(
    'orders.keptBySender',
    409,
    '这张单是上级转来的，由转来方回访、结案和收回：这里办好后等它的答复，再录入。',
    'This order was sent here by another desk, which calls back, closes it or takes it back; enter its answer when it has come.',
  ),
  acceptedAlready: problem(
    'orders.acceptedAlready',
    409,
    '这一单已经受理，不能再不予受理。',
    'It was accepted, and is not refused any more.',
  ),
  senderFirst: problem(
    'orders.senderFirst',
    409,
    '先提请不予受理并告诉转来方；转来方同意收回了，再录入。',
    'First propose the refusal and tell the sender; enter it when the sender takes the order back.',
  ),
  alreadyAsked: problem(
    'orders.alreadyAsked',
    409,
    '这一单已有一个申请在等答复，先等结果，或撤回它再申请。',
    'Something is asked already; wait for the answer, or withdraw it first.',
  ),
  nothingAsked: problem(
    'orders.nothingAsked',
    409,
    '这一单没有等着答复的这类申请，请刷新看看。',
    'Nothing of the kind is asked now; reload the order.',
  ),
  ownAsk: problem(
    'orders.ownAsk',
    403,
    '自己提的申请要由别人答复。',
    'Somebody else must answer what you asked.',
  ),
  coHostsSilent: problem(
    'orders.coHostsSilent',
    409,
    '还有协办单位没有答复。等它们答复，或者先免去不用协办的单位，再申报办结。',
    'A called unit has not answered yet. Wait for it, or release it, before you say that it is done.',
  ),
  noOpenCall: problem(
    'orders.noOpenCall',
    409,
    '这个单位没有等着答复的协办，请刷新看看。',
    'No call to this unit waits for an answer; reload the order.',
  ),
  notCalled: problem(
    'orders.notCalled',
    409,
    '您单位的协办已经答复过，或已经免去了。',
    'Your unit has answered already, or was released.',
  ),
  nothingToJudge: problem(
    'orders.nothingToJudge',
    409,
    '这个单位还没有答复，或者已经评过了。',
    'This unit has not answered yet, or its answer was judged.',
  ),
  notAbove: problem(
    'orders.notAbove',
    403,
    '上报请办的单要由上一级来答复。',
    'What was put to the level above is answered there.',
  ),
  alreadyContacted: problem(
    'orders.alreadyContacted',
    409,
    '已经记过首次联系了。',
    'The first contact is already recorded.',
  ),
}
export const senderAnswerMissing = problem(
  'orders.senderAnswerMissing',
  422,
  '这张单由转来方决定，请在说明里写明转来方谁、什么时候、怎么答复的。',
  'Whoever sent this order decides: say in the remark who answered there, when and what.',
)
export const notAtThisStation = problem(
  'orders.notAtThisStation',
  409,
  '您已经不在这个驿站了，或者它已撤走。请再扫一次您身边驿站的码。',
  'You are not at this station any more, or it has gone. Please scan the code of the station beside you.',
)
export const tooManyOfGuest = problem(
  'orders.tooManyOfGuest',
  409,
  '您这里已有三件事在办，先等它们有结果；着急请找驿站的人，或拨打驿站电话。',
  'Three matters of yours are being handled. Please wait for them, or speak to somebody at the station.',
)
export const alreadyCalled = problem(
  'orders.alreadyCalled',
  409,
  '其中有单位已经请来协办、还没答复，或者就是承办单位，请去掉后再试。',
  'One of the units was called already, or has the order itself; leave it out.',
)
