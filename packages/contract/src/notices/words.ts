import type { Vocabulary, Words } from '../words.ts'

/**
 * What people are told. The words are made when a notice is shown: `{number}` and `{amount}` come from its facts.
 * No notice names a person, a phone or an address.
 */
export const NOTICES = {
  orderPlacedForYou: {
    zh: '已有人替您点单，单号 {number}。进展会在这里告诉您。',
    en: 'An order was placed for you: {number}. You will hear of it here.',
  },
  orderAccepted: {
    zh: '您的诉求 {number} 已受理，正在安排人办理。',
    en: 'Your order {number} was accepted; somebody is being found.',
  },
  orderRefused: {
    zh: '您的诉求 {number} 不属于这里办理的范围，打开可看理由和应走的渠道。',
    en: 'Your order {number} cannot be handled here; open it for the reason and the right channel.',
  },
  orderAnswered: { zh: '您的诉求 {number} 已有答复，请打开查看。', en: 'Your order {number} has an answer.' },
  orderOffered: {
    zh: '附近有一张待抢的单 {number}，方便的话去看看。',
    en: 'An order near you waits for a helper: {number}.',
  },
  orderClaimed: {
    zh: '有志愿者接了您的单 {number}，很快会与您联系。',
    en: 'A helper took your order {number} and will contact you soon.',
  },
  orderDispatched: {
    zh: '您的单 {number} 已派给承办方，打开可看由谁办、几点前办好。',
    en: 'Your order {number} was dispatched; open it to see who has it and by when.',
  },
  taskGiven: {
    zh: '派给您一张单 {number}，请签收。',
    en: 'Order {number} was given to you; please sign for it.',
  },
  orderSigned: { zh: '承办方已签收您的单 {number}。', en: 'Your order {number} was signed for.' },
  progressReported: { zh: '您的单 {number} 有新进展。', en: 'There is progress on your order {number}.' },
  noteAdded: { zh: '单 {number} 有补充说明，请查看。', en: 'A note was added to order {number}.' },
  pleaseRate: {
    zh: '您的单 {number} 办好了吗？请评一评；不方便也可以等回访电话。',
    en: 'Is your order {number} done? Please rate it, or wait for our call.',
  },
  handlingApproved: {
    zh: '您办的单 {number} 已审核通过。',
    en: 'Your handling of order {number} was approved.',
  },
  handlingReturned: {
    zh: '您办的单 {number} 被退回，请看原因后接着办。',
    en: 'Order {number} was sent back; see why and go on.',
  },
  callMissed: {
    zh: '我们就单 {number} 给您打过电话，没有接通，会再联系。',
    en: 'We called you about order {number} and could not reach you; we will try again.',
  },
  orderRated: { zh: '您办的单 {number} 收到了评价。', en: 'Order {number} that you handled was rated.' },
  orderClosed: { zh: '单 {number} 已结案。谢谢您。', en: 'Order {number} is closed. Thank you.' },
  orderReworked: {
    zh: '您的单 {number} 没有办好，已安排重办。',
    en: 'Your order {number} was not settled and will be handled again.',
  },
  taskReworked: {
    zh: '单 {number} 需要重办，请再次联系诉求人。',
    en: 'Order {number} must be handled again.',
  },
  orderShown: {
    zh: '您的单 {number} 已隐去个人信息后公开，您可以随时撤下。',
    en: 'Your order {number} was published without personal data; you may withdraw it at any time.',
  },
  orderHidden: {
    zh: '单 {number} 的公开内容已撤下。',
    en: 'The publication of order {number} was withdrawn.',
  },
  orderCancelled: { zh: '您的单 {number} 已撤销。', en: 'Your order {number} was cancelled.' },
  supplementAsked: {
    zh: '您的诉求 {number} 还差一点情况，请打开看看要补充什么。',
    en: 'Your order {number} needs a little more; open it to see what.',
  },
  supplementLapsed: {
    zh: '您的诉求 {number} 一直没有等到补充，先结了。还需要的话，请重新点单。',
    en: 'Nothing more was told of your order {number}, and it was closed. If you still need it, place it again.',
  },
  orderMerged: {
    zh: '您的诉求 {number} 和邻居反映的是同一件事，已并在一起办，结果会一并告诉您。',
    en: 'Your order {number} is about the same matter as a neighbour’s; both are handled as one, and you hear the result.',
  },
  orderUnmerged: {
    zh: '您的诉求 {number} 改为单独办理，正在受理。',
    en: 'Your order {number} is handled by itself again and is being taken in.',
  },
  taskUrged: {
    zh: '诉求人催办单 {number}，请尽快联系。',
    en: 'Order {number} was urged; please get in touch.',
  },
  taskSupervised: {
    zh: '单 {number} 被督办，请打开看要求，按时回复。',
    en: 'Order {number} is supervised; open it for what is demanded, and answer in time.',
  },
  returnGranted: {
    zh: '单 {number} 的退单申请已同意，不用再办。',
    en: 'The return of order {number} was agreed to; nothing more to do.',
  },
  returnRefused: {
    zh: '单 {number} 的退单申请没有同意，由您这边接着办。',
    en: 'The return of order {number} was refused; it stays yours.',
  },
  orderPaused: {
    zh: '您的单 {number} 因外部原因先挂起，打开可看原因和预计恢复的日期。',
    en: 'Your order {number} is paused for a cause outside; open it for why and until when.',
  },
  pauseGranted: {
    zh: '单 {number} 已同意挂起，时限暂停，恢复后接着办。',
    en: 'Order {number} is paused; its time stands still until it is resumed.',
  },
  pauseRefused: {
    zh: '单 {number} 的挂起申请没有同意，请看理由后接着办。',
    en: 'The pause of order {number} was refused; see why and go on.',
  },
  orderResumed: { zh: '您的单 {number} 恢复办理了。', en: 'Work on your order {number} goes on.' },
  taskResumed: {
    zh: '单 {number} 恢复办理，时限接着走。',
    en: 'Order {number} goes on, and so does its time.',
  },
  orderExtended: {
    zh: '您的单 {number} 要多花些时间，打开可看新的办结日期。',
    en: 'Your order {number} takes longer; open it for the new day.',
  },
  unitCalled: {
    zh: '请您单位协办单 {number}，请打开看要做什么，按时答复。',
    en: 'Your unit is asked to help with order {number}; open it for what is wanted, and answer in time.',
  },
  unitWhistled: {
    zh: '单 {number} 吹哨，请您单位马上到场或答复。',
    en: 'A whistle for your unit: order {number}. Come or answer at once.',
  },
  unitsCalledForYou: {
    zh: '单 {number} 已请别的单位一起办，仍由您主办。',
    en: 'Other units were called to help with order {number}; it stays yours.',
  },
  callAnswered: {
    zh: '协办单位答复了单 {number}，请打开看。',
    en: 'A called unit answered about order {number}; open it to read.',
  },
  coHostReleased: {
    zh: '单 {number} 不用您单位协办了。',
    en: 'Your unit need not help with order {number} any more.',
  },
  meetingRecorded: {
    zh: '单 {number} 开过会办会议，议定的办法已写上。',
    en: 'The units met about order {number}; what was decided is written there.',
  },
  orderEscalated: {
    zh: '您的单 {number} 已报上一级定办法，定了马上接着办。',
    en: 'Your order {number} was put to the level above; it goes on once they decide.',
  },
  escalationAsked: {
    zh: '单 {number} 上报请办，等您这一级答复。',
    en: 'Order {number} was put to your level; an answer is waited for.',
  },
  escalationAnswered: {
    zh: '单 {number} 的请办有答复了，请打开看，接着办。',
    en: 'The level above answered about order {number}; open it and go on.',
  },
  extensionGranted: { zh: '单 {number} 已同意延期。', en: 'Order {number} was given more time.' },
  extensionRefused: {
    zh: '单 {number} 的延期申请没有同意，请按原时限办结。',
    en: 'More time for order {number} was refused; finish it by the first limit.',
  },
  orderExplained: {
    zh: '您的单 {number} 目前解决不了，原因和依据写在单子里。不认同，可以在期限内申请复核，由上一级再看。',
    en: 'Your order {number} cannot be settled now; why, and by which rule, stands on it. If you disagree, ask for a review in time; somebody one level above looks again.',
  },
  explainedGranted: {
    zh: '单 {number} 已同意解释结案，已经告诉诉求人。',
    en: 'Order {number} was closed as explained; the requester was told.',
  },
  explainedRefused: {
    zh: '单 {number} 没有同意解释结案，请看理由，会接着回访或重办。',
    en: 'Order {number} is not closed as explained; see why. It is followed up or done again.',
  },
  reviewGranted: {
    zh: '您的单 {number} 复核成立，重新来办。',
    en: 'The review of your order {number} was granted; it is taken up again.',
  },
  reviewRefused: {
    zh: '您的单 {number} 已经复核，维持原结果，理由写在单子里。',
    en: 'Your order {number} was reviewed and its result stands; why is written on it.',
  },
  objectionUpheld: {
    zh: '单 {number} 的异议成立，请打开看答复。',
    en: 'The objection about order {number} was upheld; open it for the answer.',
  },
  objectionDismissed: {
    zh: '单 {number} 的异议不成立，请打开看答复。',
    en: 'The objection about order {number} was dismissed; open it for the answer.',
  },
  orderReopened: {
    zh: '您的单 {number} 有了新情况，重新来办。',
    en: 'Something new is known of your order {number}; it is done again.',
  },
  orderGivenBack: {
    zh: '您的单 {number} 要换人来办，已重新告诉附近的志愿者。',
    en: 'Somebody else will take your order {number}; helpers near you were told again.',
  },
  taskGivenBack: {
    zh: '单 {number} 已放回抢单大厅，不用再办。',
    en: 'Order {number} went back to the helpers; nothing to do.',
  },
  orderSelfHandled: {
    zh: '您的单 {number} 网格员已经办好，打开可看结果；没办好请告诉我们。',
    en: 'The grid worker has seen to your order {number}; open it, and tell us if it is not settled.',
  },
  taskCancelled: { zh: '单 {number} 已撤单，不用再办。', en: 'Order {number} was cancelled; nothing to do.' },
  deadlineNear: {
    zh: '单 {number} 的时限快到了，请抓紧；办不完请提前申请延期。',
    en: 'A limit of order {number} is near; please see to it, or ask for more time before it ends.',
  },
  deadlineMissed: {
    zh: '单 {number} 有一项时限已过，请马上处理。',
    en: 'A limit of order {number} has passed; please see to it now.',
  },
  deadlineEscalated: {
    zh: '下级的单 {number} 超时还没有处理，请过问。',
    en: 'Order {number} below you is overdue and nobody has seen to it; please look into it.',
  },
  overdueBelow: {
    zh: '下级有单超时还没有处理，请在工作台“工单队列”按“超时”查看、过问。',
    en: 'Orders below you are overdue and nobody has seen to them; see the overdue ones in the queue at the desk.',
  },
  yearUnknown: {
    zh: '有工单时限算到了 {amount} 年，那一年的放假和调休还没有录入，请在工作台“工作时间、放假和调休”里补上。',
    en: 'Limits of orders reach into {amount}, whose days off are not entered; please add them at the desk, under working hours and days off.',
  },
  deadlinesMoved: {
    zh: '工作日历或时限规则有调整，单 {number} 的时限重新算过，打开可看新旧两个时限。',
    en: 'Working days or limits were changed and the limits of order {number} were counted anew; open it for the old and the new.',
  },
  pointsPromised: {
    zh: '这次服务可得 {amount} 分，结案后入账。',
    en: 'This service earns {amount} points once the order is closed.',
  },
  pointsPosted: {
    zh: '{amount} 分已入账，谢谢您的帮助。',
    en: '{amount} points were added. Thank you for helping.',
  },
  pointsVoided: {
    zh: '待入账的 {amount} 分没有入账，已有的积分不受影响。',
    en: '{amount} pending points were not added; the points you have are unchanged.',
  },
  pointsCorrected: {
    zh: '您的积分有一笔更正，打开可看理由。',
    en: 'An entry of your points was corrected; open it for the reason.',
  },
  redemptionDue: {
    zh: '兑换单 {number} 还没有领取，快到期了，方便的话尽快去领。',
    en: 'Redemption {number} has not been collected and ends soon; please fetch it.',
  },
  redemptionCollected: {
    zh: '兑换单 {number} 已领取，用去 {amount} 分。',
    en: 'Redemption {number} was collected for {amount} points.',
  },
  redemptionExpired: {
    zh: '兑换单 {number} 到期没有领取，为它预留的 {amount} 分又可以用了。',
    en: 'Redemption {number} has expired; its {amount} points are yours to spend again.',
  },
  redemptionRefunded: {
    zh: '兑换单 {number} 已退回，{amount} 分回到您的账户。',
    en: 'Redemption {number} was given back; {amount} points returned to you.',
  },
  pairingBegan: {
    zh: '社区安排了结对，打开可看是谁、多久联系一次。不愿意，随时可以说不。',
    en: 'The community has paired you with somebody; open it to see with whom and how often you will be in touch. You may say no at any time.',
  },
  pairingEnded: {
    zh: '您的一个结对结束了，打开可看现在还和谁结对。',
    en: 'A pair of yours has ended; open it to see who is still paired with you.',
  },
  dutyAsked: {
    zh: '社区想请您来值班，能不能来都请打开答复一下。',
    en: 'The community would like you to serve; open it and say whether you can come.',
  },
  dutyGiven: {
    zh: '值班排好了，打开可看您在哪一天、哪一班、哪个岗位。',
    en: 'The roster stands; open it for your days, shifts and posts.',
  },
  dutyAdded: {
    zh: '社区给您补排了一班，打开可看哪天、哪一班、哪个岗位。来不了，可以在那里求换班。',
    en: 'You were put on one more shift; open it for day, shift and post. If you cannot come, ask for a swap there.',
  },
  dutySwapped: {
    zh: '您的换班有结果了，请打开看看现在哪几班是您的。',
    en: 'Your swap was decided; open it to see which duties are yours now.',
  },
  dutyCalledOff: {
    zh: '值守结束了，您后面的班不用来了。谢谢您。',
    en: 'The roster is closed; you need not come to your further duties. Thank you.',
  },
  planFailed: {
    zh: '您请系统排的班没有排成，排班表已退回报名中。请打开看看，调整人手或要求后再排一次。',
    en: 'The roster you asked for could not be planned and is open again. Look at it, change people or terms, and try once more.',
  },
  careAsked: {
    zh: '社区想为您或您的孩子安排关爱。请打开看清楚是谁、多久一次，同意了才开始。',
    en: 'The community would like to arrange care for you or your child. See who and how often; it begins only if you agree.',
  },
  careBegan: {
    zh: '有一份关爱计划由您来做或替班，打开可看哪天前要联系。',
    en: 'A plan of care is yours, or you stand in; open it to see what is due.',
  },
  careChanged: {
    zh: '关爱计划有变动，打开可看现在由谁来、多久一次。',
    en: 'A plan of care was changed; open it to see who comes and how often.',
  },
  careEnded: { zh: '一份关爱计划已经结束。', en: 'A plan of care has ended.' },
  careContactMissing: {
    zh: '有一次约定的联系还没有做，请马上联系，联系上了记一下。',
    en: 'An agreed contact was not made yet; please make it now and note it.',
  },
  careStandInNeeded: {
    zh: '您替班的一份关爱还没有联系上，请帮忙联系，联系上了记一下。',
    en: 'A contact of a plan you stand in for was not made; please try and note it.',
  },
  careCommunityTold: {
    zh: '本片有一份关爱还没有联系上，关爱人和替班人都提醒过了，请看一看。再没联系上会自动点单。',
    en: 'In your area a contact is still missing though carer and stand-in were told. An order follows if nobody makes it.',
  },
  carePersonUnseen: {
    zh: '有一位关爱的人一周没有人当面见到，请安排人去看看。',
    en: 'Nobody met somebody you care for in person for a week; please see to it.',
  },
  careStandInAsked: {
    zh: '有一份关爱请您替几天班，能来就接下，先接先得。',
    en: 'Days of a plan of care wait for a stand-in; the first who takes them has them.',
  },
  careStandInTaken: { zh: '请人替班的日子有人接下了。', en: 'Somebody took the days over.' },
  devicePressed: {
    zh: '有老人按了一键通，请马上回拨。',
    en: 'Somebody pressed the one-key device; please call back now.',
  },
  deviceAsked: {
    zh: '有老人按了一键通，需要人马上去看看。能去请按“我去”。',
    en: 'Somebody needs to be looked after at once. If you can, press that you are going.',
  },
  deviceAskedAgain: {
    zh: '还没有人应答：有老人需要人马上去看看，请打开答复去还是不去。',
    en: 'Nobody has answered yet: somebody must go now. Please say whether you can.',
  },
  deviceRing: {
    zh: '一键通紧急：通知的人都没有应答，请马上逐个打电话。',
    en: 'Emergency: nobody who was asked has answered; please ring them up now.',
  },
  deviceSeen: {
    zh: '您被请去看的老人已经有人见到或通了话，谢谢您。',
    en: 'Somebody has seen or spoken to the person you were asked to look after. Thank you.',
  },
  workProposed: {
    zh: '有一份工作结果要和您事先商定，请打开看，有不同意见可以退回。',
    en: 'Work results wait to be agreed on with you; send them back if you see it otherwise.',
  },
  workAgreed: { zh: '商定的工作结果本人已答复。', en: 'The worker has answered the proposed work results.' },
  workShown: {
    zh: '为您的工作写下的事实都在这里，请先看，不对的可以写回应，之后才有结果。',
    en: 'Every fact about your work is here for you to see and answer first; the result comes after.',
  },
  workConcluded: {
    zh: '商定的工作有了结果，打开可看；不同意可以申诉，由另一位来答复。',
    en: 'Your agreed work has its result; if you disagree you may appeal, and somebody else will answer.',
  },
  workAppealed: {
    zh: '有一份申诉等您书面答复，打开可看期限。',
    en: 'An appeal waits for your answer in writing; open it to see by when.',
  },
  workAppealAnswered: { zh: '您的申诉有了书面答复。', en: 'Your appeal has an answer in writing.' },
  mentorAsked: {
    zh: '有人想和您结成师徒，请答复愿不愿意。',
    en: 'Somebody proposes you as mentor or learner; please answer.',
  },
  mentorAnswered: { zh: '师带徒有了答复，打开可看。', en: 'A pair of mentor and learner was answered.' },
  visitCompanionAsked: {
    zh: '有走访写了您同去，打开“走访”请确认；没有去的，也请说没有去。',
    en: 'Visits name you as the second person; open them and say whether you were there.',
  },
  visitCompanionConfirmed: {
    zh: '同去的人确认了您记的走访。',
    en: 'Whoever came along has confirmed visits that you wrote down.',
  },
  visitCompanionDenied: {
    zh: '您记的走访里，有同去的人说没有去。请打开“走访”核对；两人走访要两个人到场。',
    en: 'Somebody you named as the second person says they were not there; open your visits and check.',
  },
  visitCampaignDone: {
    zh: '您负责的一次走访，名单上的都走到了。请在工作台打开看看回答。',
    en: 'Every door of a campaign that you answer for is done; see the answers at the desk.',
  },
  visitCampaignEnding: {
    zh: '您负责的一次走访快结束了，还有 {amount} 家没走到。请在工作台打开看看是哪些网格。',
    en: 'A campaign that you answer for ends soon and {amount} doors are left; see at the desk in which grids.',
  },
  teamAsked: {
    zh: '社区想请您进一支服务队，愿不愿意请在“我的队伍”里答复。',
    en: 'The community asks you into a service team; answer under your teams whether you are willing.',
  },
  teamJoined: {
    zh: '您在服务队里的担任记下了，打开“我的队伍”可看，不合适可以退出。',
    en: 'Your part in a service team is noted; open your teams to see it or to leave.',
  },
  teamAnswered: {
    zh: '请进队的人答复了，打开“我的队伍”可看。',
    en: 'Somebody asked into your team has answered; open your teams to see.',
  },
  teamClosed: {
    zh: '您所在的一支服务队解散了，打开“我的队伍”可看原因；您的服务记录都还在。',
    en: 'A service team of yours was closed; open your teams for the reason. What you did in it is kept.',
  },
  teamEnded: {
    zh: '社区请您离开了一支服务队，打开“我的队伍”可看，有疑问请问社区。',
    en: 'The community took you out of a service team; open your teams to see, and ask them if in doubt.',
  },
  checkInDecided: {
    zh: '社区答复了您的报到，打开可看结果。',
    en: 'The community has answered your check-in; open it to see the result.',
  },
  letterIssued: {
    zh: '单位给您开了介绍信，打开可以下载。',
    en: 'Your unit issued an introduction letter; open it to download.',
  },
  cardDrawn: {
    zh: '社区填了一张反馈卡，请您先看。有不对的可以写上；您同意了才会送给单位。',
    en: 'A feedback card waits for you to see first; say what is wrong. It is sent only if you agree.',
  },
  cardSent: {
    zh: '您的反馈卡已按您的意思送交所在单位；想收回，打开就能收回。',
    en: 'Your feedback card was sent to your unit as you agreed; open it to take it back.',
  },
  reportDrawn: {
    zh: '社区填好了贵单位的服务报告，请在工作台“本单位报到”里先看、答复。',
    en: 'A report of what your unit did is drawn; see and answer it at the desk, under your unit.',
  },
  reportAnswered: {
    zh: '单位答复了服务报告，请在工作台“双报到”里打开查看。',
    en: 'A unit has answered its report; open it at the desk, under check-ins.',
  },
  pledgeKept: {
    zh: '有人确认您的一条承诺办到了，打开“亮身份、亮承诺”可看写了什么。',
    en: 'Somebody has confirmed that a promise of yours was kept; open your page of promises to read it.',
  },
  pledgesHidden: {
    zh: '社区撤下了您的亮身份页，打开“亮身份、亮承诺”可看原因，改好可以再亮。',
    en: 'The community took your page of promises down; open it for the reason, and show it anew in other words.',
  },
  agreementAnswered: {
    zh: '您提出的结对共建协议有答复了，请在工作台打开查看。',
    en: 'The agreement you proposed was answered; open it at the desk.',
  },
  promiseDue: {
    zh: '有一项您负责的共建承诺快到期了，请在工作台打开查看。',
    en: 'A promise that you look after is due soon; open it at the desk.',
  },
  promiseConfirmed: {
    zh: '您负责的一项共建承诺，对方有答复了，请在工作台打开查看。',
    en: 'The other side has answered about a promise that you look after; open it at the desk.',
  },
  bookingMade: {
    zh: '已有人替您预约，打开可看时间和地点；去不了请取消。',
    en: 'A booking was made for you; open it for time and place, and cancel it if you cannot come.',
  },
  bookingMovedUp: {
    zh: '您候补的预约补上了，打开可看时间和地点。',
    en: 'You moved up from the waiting list; open it for time and place.',
  },
  bookingCancelled: {
    zh: '您的一个预约被驿站取消了，给您添麻烦了。打开可看是哪一个，也可以另约时间。',
    en: 'The station had to cancel a booking of yours; open it to see which, and book another time.',
  },
  bookingDue: {
    zh: '您预约的时间快到了，打开可看时间和地点；去不了请取消，好让给别人。',
    en: 'Your booking is near; open it for time and place, or cancel it for somebody else.',
  },
  activitySignupMade: {
    zh: '已有人替您报名了一场活动，打开可看时间和地点；来不了请取消。',
    en: 'You were signed up for an activity; open it for time and place, and cancel it if you cannot come.',
  },
  activityMovedUp: {
    zh: '您候补的活动补上了，打开可看时间和地点。',
    en: 'You moved up from the waiting list of an activity; open it for time and place.',
  },
  activitySignupCancelled: {
    zh: '您的一个活动报名被社区取消了，给您添麻烦了。打开可看是哪一场。',
    en: 'A sign-up of yours was cancelled by the community; open it to see which.',
  },
  activityDue: {
    zh: '您报名的活动快开始了，打开可看时间和地点；来不了请取消，好让给别人。',
    en: 'An activity you signed up for is near; open it for time and place, or cancel it for somebody else.',
  },
  activityChanged: {
    zh: '您报名的活动改了时间或地点，请打开看看还方便不方便。',
    en: 'Time or place of an activity you signed up for changed; open it to see whether it still suits you.',
  },
  activityCalledOff: {
    zh: '您报名的活动取消了，打开可看原因。给您添麻烦了。',
    en: 'An activity you signed up for was called off; open it for the reason.',
  },
  loanDue: {
    zh: '您在驿站借的东西明天到期，有空请带回来；还要用请跟驿站说一声。',
    en: 'What you borrowed at a station is due tomorrow; bring it back when you can, or tell the station that you still need it.',
  },
  merchantNoticeGiven: {
    zh: '社区就您的店发了信得过公示，打开可看内容；有不同意见请在到期前提出。',
    en: 'The community has given notice about your shop; open it, and object before its end if you disagree.',
  },
  merchantObjectionDecided: {
    zh: '您对商户公示提的异议有答复了，请打开查看。',
    en: 'Your objection to a notice about a merchant has an answer.',
  },
  merchantNoticeConcluded: {
    zh: '您的店的公示到期，有结果了，请打开查看。',
    en: 'The notice about your shop is over; open it for the result.',
  },
  consentAsked: {
    zh: '社区想在您家的住户卡上记一件事，要您同意才行。请打开看看，同不同意都可以。',
    en: "The community would like to note something on your household's card, with your consent only. Open it and say yes or no.",
  },
  consentAtDoor: {
    zh: '上门时问过您同不同意在住户卡上记一件事，您按的已经收到。不是您按的，或者改了主意，打开“我家的卡”随时能撤回。',
    en: "At your door you were asked for consent to note something on your household's card, and what you pressed has arrived. If it was not you, or you changed your mind, open your card and take it back.",
  },
  copyReady: {
    zh: '您要的资料已备好，请在七天内取走。',
    en: 'The copy of your data is ready; please fetch it within seven days.',
  },
  requestAnswered: {
    zh: '您就自己的信息提出的请求有答复了，请打开查看。',
    en: 'Your request about your data has an answer.',
  },
} as const satisfies Vocabulary<string>
export type NoticeKind = keyof typeof NOTICES

/** Facts a notice's words may use. */
export type NoticeFacts = { readonly number?: string | undefined; readonly amount?: number | undefined }

/** The words of one notice in both languages. */
export function noticeWords(kind: NoticeKind, facts: NoticeFacts): Words {
  const fill = (text: string): string =>
    text.replace('{number}', facts.number ?? '').replace('{amount}', String(facts.amount ?? ''))
  return { zh: fill(NOTICES[kind].zh), en: fill(NOTICES[kind].en) }
}
