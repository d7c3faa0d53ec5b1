import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
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
import {
  CARD_STATES,
  CHECK_IN_KINDS,
  CHECK_IN_STATES,
  CONDUCT_PARTIES,
  DOCUMENT_KINDS,
  FREE_TIMES,
  LETTER_STATES,
} from './words.ts'

const Key = (title: string) => Type.String({ title, pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' })
const Keys = (title: string, maxItems = 20) => Type.Array(Key(title), { title, maxItems, uniqueItems: true })

export const CheckInParams = Shape({ id: Id('报到') })
export const LetterParams = Shape({ id: Id('介绍信') })
export const CardParams = Shape({ id: Id('反馈卡') })
export const SlugParams = Shape({ slug: Type.String({ title: '核验码', pattern: '^[a-z0-9]{14}$' }) })
export const DocumentParams = Shape({ kind: CodeOf(DOCUMENT_KINDS, '文书') })
export const FormQuery = Shape({
  form: Type.Unsafe<'pdf' | 'docx'>({ type: 'string', enum: ['pdf', 'docx'], title: '格式' }),
})
export const PartnerResult = Shape({ id: Id() })

export const CheckInBody = Shape({
  id: Id('报到'),
  path: AreaPath('报到社区'),
  unitId: Id('所在单位'),
  skills: Keys('会什么'),
  times: Type.Array(CodeOf(FREE_TIMES), { title: '什么时候有空', maxItems: 5, uniqueItems: true }),
  choices: Keys('选择的服务项目'),
})
export const CheckInUnitBody = Shape({
  id: Id('报到'),
  unitId: Id('单位'),
  path: AreaPath('报到社区'),
  skills: Keys('能出的技能'),
  brings: Text('能带来的资源', 500),
})
export const DecideBody = Shape({
  accept: Type.Boolean({ title: '接收' }),
  words: Optional(Text('说明', 200)),
})

const letter = {
  id: Id(),
  number: Type.String(),
  slug: Type.String(),
  issuedOn: Day(),
  validUntil: Day(),
  state: CodeOf(LETTER_STATES),
}
export const LetterView = Shape(letter)
export type LetterView = Static<typeof LetterView>

/** Facts of service in a span of days. Orders that were closed, duties and help at activities whose time somebody else confirmed. */
export const ServiceFacts = Shape({
  orders: Count('办结的单'),
  duties: Count('值班'),
  dutyMinutes: Count('经确认的分钟数'),
  helps: Count('活动帮忙'),
  helpMinutes: Count('经确认的活动帮忙分钟数'),
})
export type ServiceFacts = Static<typeof ServiceFacts>

export const CardView = Shape({
  id: Id(),
  number: Type.String(),
  name: Type.String(),
  unitName: WordsShape,
  areaName: Type.String(),
  fromOn: Day(),
  toOn: Day(),
  facts: ServiceFacts,
  state: CodeOf(CARD_STATES),
  answer: Nullable(Type.String()),
  sentAt: Nullable(Instant()),
  version: Version(),
})
export type CardView = Static<typeof CardView>

const checkIn = {
  id: Id(),
  kind: CodeOf(CHECK_IN_KINDS),
  unitId: Id(),
  unitName: WordsShape,
  name: Type.String(),
  path: AreaPath(),
  areaName: Type.String(),
  skills: Type.Array(WordsShape),
  times: Type.Array(CodeOf(FREE_TIMES)),
  choices: Type.Array(WordsShape),
  brings: Nullable(Type.String()),
  state: CodeOf(CHECK_IN_STATES),
  words: Nullable(Type.String()),
  askedAt: Instant(),
  letter: Nullable(LetterView),
}
/** Names are masked, but to the home unit that issues the letter. */
export const CheckInRow = Shape(checkIn)
export type CheckInRow = Static<typeof CheckInRow>
export const CheckInsQuery = Shape({
  path: Optional(AreaPath('范围')),
  kind: Optional(CodeOf(CHECK_IN_KINDS, '谁报到')),
  state: Optional(CodeOf(CHECK_IN_STATES, '状态')),
  ...PageQuery,
})
export const CheckInPage = PageOf(CheckInRow)
export const UnitCheckInsQuery = Shape({ kind: CodeOf(CHECK_IN_KINDS, '谁报到'), ...PageQuery })

/** One row of a list of conduct: `done` counts what the house knows, null where nothing is counted. */
export const ConductLine = Shape({
  key: Type.String(),
  party: CodeOf(CONDUCT_PARTIES),
  name: WordsShape,
  done: Nullable(Count('已办')),
})
export type ConductLine = Static<typeof ConductLine>

export const MenuChoice = Shape({
  key: Type.String(),
  name: WordsShape,
  kind: Type.Unsafe<'fixed' | 'chosen'>({ type: 'string', enum: ['fixed', 'chosen'] }),
})
/** One's own reporting: what may be chosen, where one is checked in, letters and cards, and what was done this year. */
export const MyReporting = Shape({
  home: Nullable(Shape({ path: AreaPath(), name: Type.String() })),
  units: Type.Array(Shape({ id: Id(), name: WordsShape })),
  skills: Type.Array(Shape({ key: Type.String(), name: WordsShape })),
  menu: Type.Array(MenuChoice),
  checkIn: Nullable(CheckInRow),
  cards: Type.Array(CardView),
  year: Shape({ fromOn: Day(), toOn: Day(), facts: ServiceFacts }),
  lists: Type.Array(ConductLine),
})
export type MyReporting = Static<typeof MyReporting>

export const LetterCheck = Shape({
  number: Type.String(),
  unitName: WordsShape,
  issuedOn: Day(),
  validUntil: Day(),
  state: CodeOf(LETTER_STATES),
})
export type LetterCheck = Static<typeof LetterCheck>

export const DrawCardBody = Shape({ id: Id('反馈卡'), fromOn: Day('从哪天'), toOn: Day('到哪天') })
export const AnswerCardBody = Shape({
  version: Version(),
  agrees: Type.Boolean({ title: '同意送交所在单位' }),
  words: Optional(Text('我的话', 1000)),
})
export const VersionBody = Shape({ version: Version() })
export const CardsQuery = Shape({
  path: Optional(AreaPath('范围')),
  state: Optional(CodeOf(CARD_STATES, '状态')),
  ...PageQuery,
})
export const CardPage = PageOf(CardView)

export const TemplateView = Shape({
  kind: CodeOf(DOCUMENT_KINDS),
  isOwn: Type.Boolean({ title: '本地模板' }),
  uploadedAt: Nullable(Instant()),
})
export type TemplateView = Static<typeof TemplateView>
export const TemplateList = Shape({ items: Type.Array(TemplateView) })
