import type { Vocabulary, Words } from '../words.ts'

export const DEVICE_KINDS = {
  button: { zh: '床头按钮', en: 'Button' },
  pendant: { zh: '随身挂件', en: 'Pendant' },
  landline: { zh: '一键座机', en: 'Landline with a key' },
} as const satisfies Vocabulary<string>
export type DeviceKind = keyof typeof DEVICE_KINDS

export const DEVICE_STATES = {
  stock: { zh: '库存', en: 'In stock' },
  bound: { zh: '在用', en: 'In use' },
  retired: { zh: '停用', en: 'Retired' },
} as const satisfies Vocabulary<string>
export type DeviceState = keyof typeof DEVICE_STATES

/** What the one who calls back speaks. */
export const LANGUAGES = {
  mandarin: { zh: '普通话', en: 'Mandarin' },
  dialect: { zh: '本地话', en: 'Local dialect' },
  written: { zh: '听不清，请发字或上门', en: 'Hard of hearing: write or come' },
} as const satisfies Vocabulary<string>
export type Language = keyof typeof LANGUAGES

export const CONTACT_KINDS = {
  family: { zh: '家人', en: 'Family' },
  neighbour: { zh: '邻居', en: 'Neighbour' },
} as const satisfies Vocabulary<string>
export type ContactKind = keyof typeof CONTACT_KINDS

/** What a device can say. A cancel is noted and proves nothing: somebody still calls back. */
export const DEVICE_MESSAGES = {
  press: { zh: '按键', en: 'Press' },
  test: { zh: '试按', en: 'Test' },
  heartbeat: { zh: '心跳', en: 'Sign of life' },
  cancel: { zh: '按错了', en: 'Cancel' },
} as const satisfies Vocabulary<string>
export type DeviceMessageKind = keyof typeof DEVICE_MESSAGES

export const PRESS_STAGES = {
  calling: { zh: '马上回拨', en: 'Call back now' },
  emergency: { zh: '紧急', en: 'Emergency' },
  ended: { zh: '已结束', en: 'Ended' },
} as const satisfies Vocabulary<string>
export type PressStage = keyof typeof PRESS_STAGES

/** Why a press became an emergency. */
export const EMERGENCY_CAUSES = {
  danger: { zh: '通话得知有危险', en: 'Danger, by the call' },
  silence: { zh: '没人应答', en: 'Nobody answered' },
} as const satisfies Vocabulary<string>
export type EmergencyCause = keyof typeof EMERGENCY_CAUSES

/** What a call back may find; a danger is no end. */
export const CALL_OUTCOMES = {
  service: { zh: '要服务', en: 'A service is wanted' },
  test: { zh: '试按', en: 'Test press' },
  falseAlarm: { zh: '误按', en: 'False alarm' },
  reassurance: { zh: '想说说话', en: 'Reassurance' },
} as const satisfies Vocabulary<string>
export type CallOutcome = keyof typeof CALL_OUTCOMES

/** How a press ended. */
export const PRESS_OUTCOMES = {
  ...CALL_OUTCOMES,
  seen: { zh: '见到或通了话', en: 'The person was seen or spoken to' },
  settled: { zh: '随工单办结', en: 'Settled with its order' },
} as const satisfies Vocabulary<string>
export type PressOutcome = keyof typeof PRESS_OUTCOMES

/** Who is asked to go, as what. */
export const ASKED_AS = {
  pairedGridWorker: { zh: '结对网格员', en: 'Paired grid worker' },
  station: { zh: '社区值守', en: 'Community desk' },
  neighbours: { zh: '邻居', en: 'Neighbours' },
  family: { zh: '家人', en: 'Family' },
} as const satisfies Vocabulary<string>
export type AskedAs = keyof typeof ASKED_AS

export const PRESS_ANSWERS = {
  going: { zh: '我去', en: 'I am going' },
  there: { zh: '我到了', en: 'I am there' },
  cannot: { zh: '我去不了', en: 'I cannot' },
} as const satisfies Vocabulary<string>
export type PressAnswer = keyof typeof PRESS_ANSWERS

export const SEEN_HOW = {
  saw: { zh: '当面见到本人', en: 'Saw the person' },
  spoke: { zh: '和本人通了话', en: 'Spoke to the person' },
} as const satisfies Vocabulary<string>
export type SeenHow = keyof typeof SEEN_HOW

export const EMERGENCY_SERVICES = {
  police: { zh: '110 报警', en: 'Police 110' },
  fire: { zh: '119 消防', en: 'Fire service 119' },
  ambulance: { zh: '120 急救', en: 'Ambulance 120' },
} as const satisfies Vocabulary<string>
export type EmergencyService = keyof typeof EMERGENCY_SERVICES

/** What was done about a press, as its history says it. */
export const PRESS_STEPS = {
  pressed: { zh: '按下一键通', en: 'Pressed' },
  pressedAgain: { zh: '又按了一次', en: 'Pressed again' },
  cancelled: { zh: '设备上按了取消（仍要回拨）', en: 'Cancelled on the device; the call back stays' },
  taken: { zh: '开始回拨', en: 'Calls back' },
  danger: { zh: '转为紧急：有危险', en: 'Emergency: danger' },
  silence: { zh: '转为紧急：没人应答', en: 'Emergency: nobody answered' },
  wave: { zh: '通知一拨人', en: 'A wave was asked' },
  louder: { zh: '再次提醒没应答的人', en: 'Asked again those who had not answered' },
  ring: { zh: '转人工逐个打电话', en: 'Somebody must be rung up' },
  going: { zh: '有人赶去', en: 'Somebody is going' },
  there: { zh: '有人到了', en: 'Somebody is there' },
  cannot: { zh: '去不了', en: 'Cannot go' },
  handedOver: { zh: '已交给', en: 'Handed over' },
  seen: { zh: '见到或通了话', en: 'Seen or spoken to' },
  ended: { zh: '结束', en: 'Ended' },
} as const satisfies Vocabulary<string>
export type PressStep = keyof typeof PRESS_STEPS

/** What an order says that a press placed. */
export const PRESS_ORDER: { readonly title: Words; readonly detail: Words } = {
  title: { zh: '一键通按键，请马上回拨', en: 'One-key press: call back' },
  detail: {
    zh: '本人按了一键通。请先回拨问清是要服务、有危险还是误按；没人应答会自动通知人上门。',
    en: 'The person pressed the one-key device. Call back first; silence asks people to go.',
  },
}
