import { problem } from '../../kernel/problem.ts'

const devices = (name: string, zh: string, en: string, status = 409) =>
  problem(`devices.${name}`, status, zh, en)

export const serialTaken = devices(
  'serialTaken',
  '这个机身编号已经登记过，请在设备里查找它。',
  'A device with this serial number is registered; look for it in the list.',
)
export const deviceChanged = devices(
  'deviceChanged',
  '这台设备刚刚有变动，请刷新后再试。',
  'The device was changed meanwhile; reload and try again.',
)
export const deviceRetired = devices(
  'deviceRetired',
  '这台设备已经停用，请换一台。',
  'This device is retired; take another one.',
)
export const someoneElses = devices(
  'someoneElses',
  '这台设备装在别人家。请先收回，再装到新的人家。',
  'Somebody else has this device; take it back first.',
)
export const notBound = devices(
  'notBound',
  '这台设备没有装在谁家，不用收回。',
  'Nobody has this device; there is nothing to take back.',
)
export const notMember = devices(
  'notMember',
  '这个人现在不住在这一户。请先在住户卡上核对成员。',
  'This person does not live in this household now; check the members on its card first.',
  422,
)
export const pressMoved = devices(
  'pressMoved',
  '这次按键刚有人处理，请刷新看看现在是谁在办。',
  'Somebody has just dealt with this press; reload to see who.',
)
export const pressEnded = devices(
  'pressEnded',
  '这次按键已经结束，不用再办。',
  'This press has ended; there is nothing to do.',
)
export const notEmergency = devices(
  'notEmergency',
  '这次按键还没有转紧急，请先回拨。',
  'This press is no emergency; call back first.',
)
export const seenFirst = devices(
  'seenFirst',
  '紧急的要有人见到本人或和本人通了话才能结束，请记下是谁见到的。',
  'An emergency ends only after somebody saw or spoke to the person; record who did.',
)
export const itemNeeded = devices(
  'itemNeeded',
  '请选一项可以抢单的服务。',
  'Choose a service that helpers can claim.',
  422,
)
export const phoneUnknown = devices(
  'phoneUnknown',
  '没有登记任何号码，请派人上门。',
  'No number is known; send somebody to the door.',
  404,
)
