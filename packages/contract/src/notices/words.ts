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
