import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Phone,
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import {
  ASKED_AS,
  CALL_OUTCOMES,
  CONTACT_KINDS,
  DEVICE_KINDS,
  DEVICE_STATES,
  EMERGENCY_CAUSES,
  EMERGENCY_SERVICES,
  LANGUAGES,
  PRESS_ANSWERS,
  PRESS_OUTCOMES,
  PRESS_STAGES,
  PRESS_STEPS,
  SEEN_HOW,
} from './words.ts'

export const SERIAL_PATTERN = '^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$'
export const Serial = () =>
  Type.String({
    title: '机身编号',
    pattern: SERIAL_PATTERN,
    description: '3 到 40 位字母、数字或 . _ -',
  })
const DeviceKind = () => CodeOf(DEVICE_KINDS, '哪一种')
const outcomes: Parameters<typeof CodeOf<keyof typeof CALL_OUTCOMES>>[0] = CALL_OUTCOMES

export const DeviceParams = Shape({ id: Id('设备') })
export const PressParams = Shape({ id: Id('按键') })
export const Done = Shape({ id: Id() })
export const Changed = Shape({ id: Id(), version: Version() })

export const AddDeviceBody = Shape({
  id: Id('设备'),
  serial: Serial(),
  kind: DeviceKind(),
  model: Text('型号', 60),
  path: AreaPath('放在哪里'),
})
export const ContactBody = Shape({
  kind: CodeOf(CONTACT_KINDS, '家人还是邻居'),
  name: Text('联系人姓名', 40),
  phone: Phone('联系人电话'),
  nights: Type.Boolean({ title: '夜里可以找' }),
})
export const BindDeviceBody = Shape({
  version: Version(),
  personId: Id('谁在用'),
  householdId: Id('哪一户'),
  language: CodeOf(LANGUAGES, '说什么话'),
  phone: Optional(Phone('回拨号码')),
  /** In the order in which they are reached; absent: those there are stay. */
  contacts: Optional(Type.Array(ContactBody, { title: '联系人', maxItems: 5 })),
})
export const UnbindDeviceBody = Shape({ version: Version(), retire: Type.Boolean({ title: '停用' }) })
export const IssuedKey = Shape({
  id: Id(),
  version: Version(),
  /** What the device signs in with; the key is shown this once. */
  user: Type.String(),
  key: Type.String(),
  topic: Type.String(),
})

export const DevicesQuery = Shape({
  ...PageQuery,
  state: Optional(CodeOf(DEVICE_STATES, '状态')),
  /** Only those that nobody has heard for too long, or whose battery is low. */
  quiet: Optional(Type.Boolean({ title: '没信号或电量低' })),
  serial: Optional(Text('机身编号', 40)),
})
export const DeviceRow = Shape({
  id: Id(),
  serial: Type.String(),
  kind: CodeOf(DEVICE_KINDS),
  model: Type.String(),
  state: CodeOf(DEVICE_STATES),
  areaName: Type.String(),
  room: Type.String(),
  /** Masked. */
  name: Nullable(Type.String()),
  battery: Nullable(Type.Integer()),
  heardAt: Nullable(Instant()),
  testedAt: Nullable(Instant()),
  isSilent: Type.Boolean(),
  isLow: Type.Boolean(),
})
export type DeviceRow = Static<typeof DeviceRow>
export const DevicePage = PageOf(DeviceRow)
export const DeviceView = Shape({
  ...DeviceRow.properties,
  version: Version(),
  path: AreaPath(),
  personId: Nullable(Id()),
  householdId: Nullable(Id()),
  language: Nullable(CodeOf(LANGUAGES)),
  /** Masked. */
  phone: Nullable(Type.String()),
  contacts: Type.Array(
    Shape({
      kind: CodeOf(CONTACT_KINDS),
      name: Type.String(),
      phone: Nullable(Type.String()),
      nights: Type.Boolean(),
    }),
  ),
  boundAt: Nullable(Instant()),
  keyAt: Nullable(Instant()),
  hasKey: Type.Boolean(),
  bindings: Type.Array(Shape({ name: Type.String(), from: Instant(), to: Nullable(Instant()) })),
  presses: Type.Array(
    Shape({
      id: Id(),
      at: Instant(),
      stage: CodeOf(PRESS_STAGES),
      outcome: Nullable(CodeOf(PRESS_OUTCOMES)),
    }),
  ),
})
export type DeviceView = Static<typeof DeviceView>

/** One live or ended press as the desk and those who were asked see it. */
export const PressRow = Shape({
  id: Id(),
  version: Version(),
  stage: CodeOf(PRESS_STAGES),
  /** Masked. */
  name: Type.String(),
  language: Nullable(CodeOf(LANGUAGES)),
  areaName: Type.String(),
  room: Type.String(),
  presses: Count('按了几次'),
  pressedAt: Instant(),
  lastAt: Instant(),
  isCancelled: Type.Boolean(),
  takenBy: Nullable(Type.String()),
  takenByMe: Type.Boolean(),
  /** When silence is answered by the next step. */
  nextAt: Nullable(Instant()),
  cause: Nullable(CodeOf(EMERGENCY_CAUSES)),
  emergencyAt: Nullable(Instant()),
  wave: Count('第几拨'),
  asked: Count('请了几个人'),
  going: Nullable(Type.String()),
  isThere: Type.Boolean(),
  /** Nobody acknowledged: somebody must be rung up. */
  ringAt: Nullable(Instant()),
  outcome: Nullable(CodeOf(PRESS_OUTCOMES)),
  endedAt: Nullable(Instant()),
  /** For whoever may read the order: the desk, and whoever it was given to. */
  orderId: Nullable(Id()),
  orderNumber: Nullable(Type.String()),
})
export type PressRow = Static<typeof PressRow>
export const PressesQuery = Shape({
  ...PageQuery,
  /** Those that have ended instead of those that live. */
  ended: Optional(Type.Boolean({ title: '已结束的' })),
})
export const PressPage = PageOf(PressRow)
export const PressView = Shape({
  ...PressRow.properties,
  /** Whether the reader was asked, as what, and what they said. */
  askedAs: Nullable(CodeOf(ASKED_AS)),
  answer: Nullable(CodeOf(PRESS_ANSWERS)),
  isDesk: Type.Boolean(),
  people: Type.Array(
    Shape({
      name: Type.String(),
      as: CodeOf(ASKED_AS),
      wave: Count('第几拨'),
      answer: Nullable(CodeOf(PRESS_ANSWERS)),
    }),
  ),
  steps: Type.Array(
    Shape({
      id: Id(),
      verb: CodeOf(PRESS_STEPS),
      at: Instant(),
      by: Nullable(Type.String()),
      wave: Nullable(Count('第几拨')),
      people: Nullable(Count('几个人')),
      service: Nullable(CodeOf(EMERGENCY_SERVICES)),
    }),
  ),
  /** What the call back may be turned into: items that helpers claim. */
  items: Type.Array(Shape({ key: Type.String(), name: WordsShape })),
})
export type PressView = Static<typeof PressView>
export const MyPresses = Shape({ items: Type.Array(PressRow) })

export const EndPressBody = Shape({
  version: Version(),
  outcome: CodeOf(outcomes, '结果'),
  /** What is wanted, where it is a service. */
  item: Optional(Type.String({ title: '服务', pattern: '^[A-Za-z0-9]{1,60}$' })),
})
export const TakePressBody = Shape({ version: Version() })
export const RaisePressBody = Shape({ cause: CodeOf(EMERGENCY_CAUSES, '为什么') })
export const AnswerPressBody = Shape({ answer: CodeOf(PRESS_ANSWERS, '答复') })
export const SeePressBody = Shape({ how: CodeOf(SEEN_HOW, '怎样见到') })
export const HandOverBody = Shape({ service: CodeOf(EMERGENCY_SERVICES, '交给谁') })
export const RevealPressBody = Shape({ reason: Text('用途', 200) })
export const PressNumbers = Shape({
  name: Type.String(),
  phone: Nullable(Type.String()),
  contacts: Type.Array(
    Shape({ name: Type.String(), kind: CodeOf(CONTACT_KINDS), phone: Type.String(), nights: Type.Boolean() }),
  ),
})
