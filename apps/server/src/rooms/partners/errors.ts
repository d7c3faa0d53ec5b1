import { problem } from '../../kernel/problem.ts'

export const unknownArea = problem(
  'partners.unknownArea',
  422,
  '没有这个社区，或已撤销，请重新选择。',
  'There is no such area, or it was closed; choose another.',
)
export const unknownUnit = problem(
  'partners.unknownUnit',
  422,
  '没有这个单位，请从列表里选择；列表里没有请告诉社区。',
  'There is no such unit; choose one from the list or tell the community.',
)
export const unknownKey = problem(
  'partners.unknownKey',
  422,
  '选择里有本地没有的技能或服务项目，请刷新后重选。',
  'A skill or service is not on the list here; reload and choose again.',
)
export const alreadyReported = problem(
  'partners.alreadyReported',
  409,
  '已经报到了。要换社区，请先结束原来的报到。',
  'There is a check-in already. To change the community, end that one first.',
)
export const alreadyDecided = problem(
  'partners.alreadyDecided',
  409,
  '这份报到已经有人办了，请刷新查看结果。',
  'Somebody has decided this check-in already; reload to see the result.',
)
export const letterMissing = problem(
  'partners.letterMissing',
  409,
  '还没有有效的介绍信。请报到人所在单位先开具，再接收。',
  'There is no valid letter yet; the home unit issues one first.',
)
export const letterThere = problem(
  'partners.letterThere',
  409,
  '这份报到已有介绍信；要重开，请先作废原来的。',
  'The check-in has a letter; revoke it before you issue another.',
)
export const notOpen = problem(
  'partners.notOpen',
  409,
  '这份报到已经结束，不能再办这一步。',
  'The check-in has ended; this step is over.',
)
export const letterGone = problem(
  'partners.letterGone',
  409,
  '这封介绍信已经作废。',
  'The letter has been revoked already.',
)
export const daysTurned = problem(
  'partners.daysTurned',
  422,
  '结束日期不能早于开始日期，最长一年，也不能晚于今天。',
  'The last day must not come before the first or after today; a card is of a year at most.',
)
export const cardMoved = problem(
  'partners.cardMoved',
  409,
  '这张反馈卡刚刚有了变化，请刷新后再办。',
  'The card has changed since you looked; reload and try again.',
)
export const noConsent = problem(
  'partners.noConsent',
  409,
  '本人还没有同意送交，不能送。请等本人看过并答复。',
  'The member has not agreed; the card cannot be sent.',
)
export const reportMoved = problem(
  'partners.reportMoved',
  409,
  '这份单位报告刚刚有了变化，请刷新后再办。',
  'The report has changed since you looked; reload and try again.',
)
export const notAnswered = problem(
  'partners.notAnswered',
  409,
  '单位还没有看过、答复这份报告，暂时不能下载。',
  'The unit has not seen and answered the report; it cannot be downloaded yet.',
)
export const wrongTemplate = problem(
  'partners.wrongTemplate',
  422,
  '这个文件不能作模板，请按提示修改后再传。',
  'The file cannot be a template; see errors.',
)
export const spanTurned = problem(
  'partners.spanTurned',
  422,
  '协议的结束日期不能早于开始日期。',
  'The last day of an agreement must not come before the first.',
)
export const fundsUnclear = problem(
  'partners.fundsUnclear',
  422,
  '资金要写金额，办事不写金额，请检查每一条承诺。',
  'Funds have an amount and tasks have none; check each promise.',
)
export const agreementMoved = problem(
  'partners.agreementMoved',
  409,
  '这份协议刚刚有了变化，请刷新后再办。',
  'The agreement has changed since you looked; reload and try again.',
)
export const promiseMoved = problem(
  'partners.promiseMoved',
  409,
  '这条承诺刚刚有了变化，请刷新后再办。',
  'The promise has changed since you looked; reload and try again.',
)
export const notInForce = problem(
  'partners.notInForce',
  409,
  '协议还没有签，或已结束，不能办这一步。',
  'The agreement is not in force.',
)
export const noStanding = problem(
  'partners.noStanding',
  422,
  '您在这个社区没有任职、报到或志愿服务的记录，还不能亮身份。请先报到，或请社区登记任职。',
  'You hold no post, check-in or service in this community, so there is nothing to show; report there first.',
)
export const pageGone = problem(
  'partners.pageGone',
  409,
  '这个页面已经收回、撤下或换了内容，请刷新。',
  'The page was taken back, taken down or changed; reload.',
)
export const pledgeMoved = problem(
  'partners.pledgeMoved',
  409,
  '这条承诺已经确认或收回了，请刷新。',
  'The promise was confirmed or taken back already; reload.',
)
export const itemGone = problem(
  'partners.itemGone',
  409,
  '这一项已经撤下或过期，请刷新。',
  'The item is off the menu; reload.',
)
export const takenAlready = problem(
  'partners.takenAlready',
  409,
  '已经认领了这一项。',
  'The item was taken up already.',
)
export const takeGone = problem('partners.takeGone', 409, '这项认领已经退回。', 'It was given back already.')
export const listAnswered = problem(
  'partners.listAnswered',
  409,
  '这份清单已经答复，请刷新查看。',
  'The list was answered already; reload.',
)
export const unknownLine = problem(
  'partners.unknownLine',
  422,
  '选了清单里没有的内容，请刷新后重选。',
  'A line is not on the list; reload and choose again.',
)
export const orderUnknown = problem(
  'partners.orderUnknown',
  422,
  '没有这个编号的单，或不在您的范围里，请核对编号。',
  'There is no order with this number in your scope; check the number.',
)
