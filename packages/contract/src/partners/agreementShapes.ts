import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { AGREEMENT_STATES, PROMISE_KINDS, PROMISE_STATES, SIDES } from './words.ts'

export const AgreementParams = Shape({ id: Id('协议') })
export const PromiseParams = Shape({ id: Id('承诺') })
export const AgreementResult = Shape({ id: Id() })

const Fen = (title: string) => Type.Integer({ title, minimum: 1, maximum: 9007199254740991 })
const promise = {
  id: Id('承诺'),
  kind: CodeOf(PROMISE_KINDS, '事还是资金'),
  side: CodeOf(SIDES, '哪一方的承诺'),
  words: Text('内容', 300),
  dueOn: Day('哪天前'),
}
export const ProposeBody = Shape({
  id: Id('协议'),
  unitId: Id('共建单位'),
  path: AreaPath('社区或网格'),
  title: Text('名称', 60),
  fromOn: Day('从哪天'),
  toOn: Day('到哪天'),
  isPublic: Type.Boolean({ title: '承诺公开' }),
  promises: Type.Array(Shape({ ...promise, fen: Optional(Fen('金额（分）')) }), {
    title: '承诺',
    minItems: 1,
    maxItems: 50,
  }),
})

export const PromiseView = Shape({
  ...promise,
  fen: Nullable(Count('承诺金额（分）')),
  paidFen: Count('到位金额（分）'),
  state: CodeOf(PROMISE_STATES),
  isLate: Type.Boolean({ title: '过期未兑现' }),
  orderNumber: Nullable(Type.String()),
})
export type PromiseView = Static<typeof PromiseView>
const counts = {
  promises: Count('承诺'),
  kept: Count('已兑现'),
  late: Count('过期未兑现'),
  fenPromised: Count('承诺的资金（分）'),
  fenPaid: Count('已到位的资金（分）'),
}
const agreement = {
  id: Id(),
  unitName: WordsShape,
  areaName: Type.String(),
  title: Type.String(),
  fromOn: Day(),
  toOn: Day(),
  state: CodeOf(AGREEMENT_STATES),
  isPublic: Type.Boolean(),
  proposedSide: CodeOf(SIDES),
  version: Version(),
  ...counts,
}
export const AgreementRow = Shape(agreement)
export type AgreementRow = Static<typeof AgreementRow>
export const AgreementsQuery = Shape({
  path: Optional(AreaPath('范围')),
  state: Optional(CodeOf(AGREEMENT_STATES, '状态')),
  ...PageQuery,
})
export const AgreementPage = PageOf(AgreementRow)
/** `side` is the side the reader acts for. */
export const AgreementView = Shape({ ...agreement, side: CodeOf(SIDES), items: Type.Array(PromiseView) })
export type AgreementView = Static<typeof AgreementView>

export const AnswerAgreementBody = Shape({ version: Version(), signs: Type.Boolean({ title: '签署' }) })
export const EndAgreementBody = Shape({ version: Version() })
export const ConfirmPromiseBody = Shape({ kept: Type.Boolean({ title: '确已兑现' }) })
export const LinkOrderBody = Shape({
  number: Type.String({ title: '工单编号', pattern: '^\\d{6}-\\d{5}-\\d$' }),
})
export const RecordPaymentBody = Shape({ id: Id('到账'), fen: Fen('金额（分）'), paidOn: Day('到账日期') })

export const PublicPromisesQuery = Shape({ path: Optional(AreaPath('范围')), ...PageQuery })
/** What a unit and a community let everybody see: what they promised each other, and what was kept. Names nobody. */
export const PublicAgreement = Shape({
  unitName: WordsShape,
  areaName: Type.String(),
  title: Type.String(),
  fromOn: Day(),
  toOn: Day(),
  items: Type.Array(
    Shape({
      side: CodeOf(SIDES),
      kind: CodeOf(PROMISE_KINDS),
      words: Type.String(),
      dueOn: Day(),
      fen: Nullable(Count('承诺金额（分）')),
      paidFen: Count('到位金额（分）'),
      state: CodeOf(PROMISE_STATES),
    }),
  ),
})
export type PublicAgreement = Static<typeof PublicAgreement>
export const PublicPromises = PageOf(PublicAgreement)
