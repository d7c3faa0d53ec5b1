import { endpoints } from '../endpoint.ts'
import { Id, Optional, Shape, Type } from '../schema.ts'
import {
  CodeSent,
  MyFace,
  PasswordSignIn,
  PhoneSignIn,
  SessionList,
  SignedIn,
  StoredFile,
  WantedCode,
} from './shapes.ts'

export { factorEndpoints } from './factorEndpoints.ts'
export { passwordEndpoints } from './passwordEndpoints.ts'

/** Signing in and out, and one's own sessions. */
export const signInEndpoints = endpoints({
  requestCode: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/codes',
    summary: { zh: '获取短信验证码', en: 'Send a sign-in code to a phone' },
    body: WantedCode,
    response: CodeSent,
  },
  signInWithCode: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/phone',
    summary: { zh: '用手机验证码登录', en: 'Sign in by phone and code' },
    body: PhoneSignIn,
    response: SignedIn,
  },
  signInWithPassword: {
    kind: 'session',
    method: 'POST',
    path: '/sign-in/password',
    summary: { zh: '工作人员登录', en: 'Sign in by login, password and one-time code' },
    body: PasswordSignIn,
    response: SignedIn,
  },
  signOut: {
    kind: 'session',
    method: 'POST',
    path: '/sign-out',
    summary: { zh: '退出登录', en: 'Sign out' },
    response: Type.Null(),
  },
  whoAmI: {
    kind: 'read',
    method: 'GET',
    path: '/me',
    summary: { zh: '我是谁，能做什么', en: 'Who I am and which roles I hold' },
    response: MyFace,
  },
  listSessions: {
    kind: 'read',
    method: 'GET',
    path: '/me/sessions',
    summary: { zh: '我的登录', en: 'Where I am signed in' },
    response: SessionList,
  },
  revokeSession: {
    kind: 'command',
    method: 'POST',
    path: '/me/sessions/:id/revoke',
    summary: { zh: '让一处登录失效', en: 'End one of my sessions' },
    params: Shape({ id: Id() }),
    response: Type.Null(),
  },
  revokeOtherSessions: {
    kind: 'command',
    method: 'POST',
    path: '/me/sessions/revoke-others',
    summary: { zh: '让其他登录都失效', en: 'End all my other sessions' },
    response: Type.Null(),
  },
})

/** Photos and voice notes. */
export const fileEndpoints = endpoints({
  uploadPhoto: {
    kind: 'upload',
    method: 'POST',
    path: '/files/photos',
    summary: { zh: '上传照片', en: 'Upload a photo' },
    query: Shape({
      keepPlace: Optional(
        Type.Boolean({
          title: '保留拍摄地点',
          description: '只在事项需要地点时使用',
          default: false,
        }),
      ),
    }),
    response: StoredFile,
    status: 201,
  },
  uploadVoice: {
    kind: 'upload',
    method: 'POST',
    path: '/files/voice',
    summary: { zh: '上传语音', en: 'Upload a voice note' },
    response: StoredFile,
    status: 201,
  },
  getFile: {
    kind: 'read',
    method: 'GET',
    path: '/files/:id',
    summary: { zh: '查看照片或收听语音', en: 'A photo or voice note' },
    params: Shape({ id: Id() }),
    response: Type.Unknown(),
    file: 'image/webp, audio/*',
  },
})
