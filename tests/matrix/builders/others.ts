import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { softAuthenticator } from '../../kit/authenticator.ts'
import {
  plantEntry,
  plantFile,
  plantNotice,
  plantPasskey,
  plantPerson,
  plantSession,
} from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, owned, placed, plain, regional } from './builder.ts'
import { CELLS_OF_READING, orderFor } from './orders.ts'

const mine = { access: 'roles', rows: [{ role: 'resident', relation: 'own' }] } as const
const whose = ({ actor, cell }: Aim) =>
  cell === 'own'
    ? { accountId: actor.accountId, personId: actor.personId }
    : { accountId: newId(), personId: newId() }

export const pointsBuilders: Builders = {
  myPoints: plain(),
  // Only who helps can take part: the refusal of everybody else is the room's own.
  optInToPoints: plain(undefined, { changesCaller: true, answers: [409] }),
  optOutOfPoints: plain(undefined, { changesCaller: true, answers: [409] }),
  listLedger: plain(),
  listAccounts: placed(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  pointsRules: plain(),
  getProof: regional(() => ({ params: { month: '2026-01' } })),
  correctEntry: placed(async ({ world, ground }) => ({
    params: { id: await plantEntry(world, ground, await plantPerson(world, ground)) },
    body: { reason: 'notDone' },
  })),
}

const figures = atPath(({ ground }) => ({ query: { area: ground.community } }))
export const insightBuilders: Builders = {
  getFigures: figures,
  exportFigures: figures,
  getServiceLists: figures,
  getCoverage: figures,
}

export const noticeBuilders: Builders = {
  listNotices: plain(),
  markNoticeRead: owned(async (aim) => ({
    params: { id: await plantNotice(aim.world, aim.ground.region, whose(aim).personId) },
  })),
  markAllRead: plain(),
  takeUnshown: plain(),
}

const freshPhone = (): string => `137${String(Math.trunc(Math.random() * 1e8)).padStart(8, '0')}`

export const signInBuilders: Builders = {
  requestCode: plain(() => ({ body: { phone: freshPhone() } })),
  // Signing in ends the session that was here before.
  signInWithCode: plain(
    async ({ world }) => {
      const phone = freshPhone()
      const request = world.operations.find(({ id }) => id === 'requestCode')
      if (!request) throw new Error('no operation requestCode')
      const { body } = await world.ask(request, undefined, { body: { phone } })
      return { body: { phone, code: (body as { demoCode: string }).demoCode } } // shown in the demo
    },
    { changesCaller: true },
  ),
  // Nobody here has a password: the door answers that one of the three is wrong, to everybody alike.
  signInWithPassword: plain(
    () => ({ body: { login: 'nobody', password: 'spring-lake-52-lamps', code: '000000' } }),
    { answers: [401] },
  ),
  signOut: plain(undefined, { changesCaller: true }),
  whoAmI: plain(),
  listSessions: plain(),
  revokeSession: owned(
    async (aim) => ({ params: { id: await plantSession(aim.world, aim.ground.region, whose(aim)) } }),
    { decides: mine },
  ),
  revokeOtherSessions: plain(undefined, { changesCaller: true }),
}

/** What a device answers to the question that is put to the caller; a visitor is asked nothing. */
async function newPasskey({ world, actor }: Aim) {
  const question = world.operations.find(({ id }) => id === 'askNewPasskey')
  if (!question) throw new Error('no operation askNewPasskey')
  const asked = await world.ask(question, actor.token, {})
  const { options } = asked.body as { options?: { challenge: string } } // a problem has none
  return softAuthenticator().make(options ?? { challenge: 'A'.repeat(43) })
}

export const factorBuilders: Builders = {
  getProofWays: plain(),
  // Nobody here has a phone that signs in; the proofs themselves stand in factors.test.ts.
  sendProofCode: plain(undefined, { answers: [409] }),
  askProofPasskey: plain(),
  prove: plain(() => ({ body: { totp: '000000' } }), { changesCaller: true, answers: [422] }),
  listPasskeys: plain(),
  askNewPasskey: plain(),
  addPasskey: plain(async (aim) => ({ body: { name: '我的手机', answer: await newPasskey(aim) } }), {
    changesCaller: true,
  }),
  removePasskey: owned(
    async (aim) => ({ params: { id: await plantPasskey(aim.world, whose(aim).accountId) } }),
    { decides: mine },
  ),
  askPasskey: plain(),
  // A device that nobody has registered: the door answers everybody alike.
  signInWithPasskey: plain(
    () => ({ body: { answer: softAuthenticator().show({ challenge: 'A'.repeat(43) }) } }),
    {
      answers: [401],
    },
  ),
  // For staff accounts, which nobody here has.
  askNewTotp: plain(undefined, { answers: [403] }),
  confirmTotp: plain(() => ({ body: { ticket: 'A'.repeat(43), code: '000000' } }), { answers: [422] }),
}

/** What a phone calls a photo says whose home it shows: it is kept nowhere. */
const PHOTO_NAME = '照片名金丝雀.png'

export const fileBuilders: Builders = {
  uploadPhoto: plain(({ world }) => ({ file: { name: PHOTO_NAME, bytes: world.photo } })),
  uploadVoice: plain(({ world }) => ({ file: { name: 'note.amr', bytes: world.voice } })),
  getFile: {
    cells: CELLS_OF_READING,
    build: async (aim) => {
      const { world, actor, cell, ground } = aim
      const of =
        cell === 'own'
          ? { personId: actor.personId }
          : { personId: newId(), orderId: await orderFor(aim, 'inProgress') }
      return { params: { id: await plantFile(world, ground, world.storageKey, of) } }
    },
  },
}

export const systemBuilders: Builders = {
  live: plain(),
  listAudit: regional(),
  checkAudit: regional(),
}
