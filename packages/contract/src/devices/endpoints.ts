import { type Endpoint, endpoints } from '../endpoint.ts'
import type { TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './shapes.ts'

const post = <const P extends Endpoint['path'], Q extends TSchema, B extends TSchema, R extends TSchema>(
  path: P,
  summary: Words,
  params: Q,
  body: B,
  response: R,
) => ({ kind: 'command', method: 'POST', path, summary, params, body, response }) as const

/** 一键通: the register of devices, and what their presses become. */
export const deviceEndpoints = endpoints({
  listDevices: {
    kind: 'read',
    method: 'GET',
    path: '/devices',
    summary: { zh: '一键通设备', en: 'One-key devices in my area' },
    query: shapes.DevicesQuery,
    response: shapes.DevicePage,
  },
  addDevice: {
    kind: 'command',
    method: 'POST',
    path: '/devices',
    summary: { zh: '登记一键通', en: 'Register a device' },
    body: shapes.AddDeviceBody,
    response: shapes.Changed,
    status: 201,
  },
  getDevice: {
    kind: 'read',
    method: 'GET',
    path: '/devices/:id',
    summary: { zh: '一台一键通', en: 'One device, whose it is and was, and its presses' },
    params: shapes.DeviceParams,
    response: shapes.DeviceView,
  },
  bindDevice: post(
    '/devices/:id/bind',
    { zh: '装到谁家', en: 'Give a device to somebody, or change language and contacts' },
    shapes.DeviceParams,
    shapes.BindDeviceBody,
    shapes.Changed,
  ),
  unbindDevice: post(
    '/devices/:id/unbind',
    { zh: '收回或停用', en: 'Take a device back, or retire it' },
    shapes.DeviceParams,
    shapes.UnbindDeviceBody,
    shapes.Changed,
  ),
  issueDeviceKey: {
    ...post(
      '/devices/:id/key',
      { zh: '发设备密钥', en: 'Issue the key a device signs in with' },
      shapes.DeviceParams,
      shapes.TakePressBody,
      shapes.IssuedKey,
    ),
    kind: 'session', // the key is kept nowhere in clear, also not with the command
  },
  listPresses: {
    kind: 'read',
    method: 'GET',
    path: '/presses',
    summary: { zh: '按键', en: 'Presses: who waits for a call now' },
    query: shapes.PressesQuery,
    response: shapes.PressPage,
  },
  myPresses: {
    kind: 'read',
    method: 'GET',
    path: '/me/presses',
    summary: { zh: '请我去看的', en: 'Emergencies that I am asked to go to' },
    response: shapes.MyPresses,
  },
  getPress: {
    kind: 'read',
    method: 'GET',
    path: '/presses/:id',
    summary: { zh: '一次按键', en: 'One press with what was done' },
    params: shapes.PressParams,
    response: shapes.PressView,
  },
  revealPress: {
    ...post(
      '/presses/:id/reveal',
      { zh: '看号码', en: 'Show the numbers of who pressed and of the contacts' },
      shapes.PressParams,
      shapes.RevealPressBody,
      shapes.PressNumbers,
    ),
    kind: 'session', // a number in clear is never kept with a command: a repeat is a new look
  },
  takePress: post(
    '/presses/:id/take',
    { zh: '我来回拨', en: 'Take the call back' },
    shapes.PressParams,
    shapes.TakePressBody,
    shapes.Changed,
  ),
  endPress: post(
    '/presses/:id/end',
    { zh: '回拨的结果', en: 'What the call back found: a service, a test, a false alarm, a talk' },
    shapes.PressParams,
    shapes.EndPressBody,
    shapes.Done,
  ),
  raisePress: post(
    '/presses/:id/raise',
    { zh: '转紧急', en: 'Make it an emergency' },
    shapes.PressParams,
    shapes.RaisePressBody,
    shapes.Done,
  ),
  answerPress: post(
    '/presses/:id/answer',
    { zh: '答复紧急', en: 'Say that one goes, is there, or cannot' },
    shapes.PressParams,
    shapes.AnswerPressBody,
    shapes.Done,
  ),
  seePress: post(
    '/presses/:id/seen',
    { zh: '见到本人', en: 'Say that the person was seen or spoken to' },
    shapes.PressParams,
    shapes.SeePressBody,
    shapes.Done,
  ),
  handOverPress: post(
    '/presses/:id/hand-over',
    { zh: '交给 110、119、120', en: 'Record the hand-over to police, fire service or ambulance' },
    shapes.PressParams,
    shapes.HandOverBody,
    shapes.Done,
  ),
})
