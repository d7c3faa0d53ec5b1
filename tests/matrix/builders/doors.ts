import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantStaff } from '../../kit/houseRows.ts'
import { type Builders, plain } from './builder.ts'

/** What a browser would bring back; nobody here was away, so that it is refused, to everybody alike. */
const brought = { code: 'code', state: '0'.repeat(64) }
const lost = { answers: [401] }

export const doorBuilders: Builders = {
  listDoors: plain(),
  startWeChat: plain(() => ({ body: { next: '/orders' } })),
  finishWeChat: plain(() => ({ body: brought }), lost),
  bindWeChat: plain(() => ({ body: { phone: '13700000000', code: '000000' } }), lost),
  // The provider of the tests' house is an address where nobody is.
  startSingleSignOn: plain(() => ({ body: { next: '/desk/' } }), { answers: [503] }),
  finishSingleSignOn: plain(() => ({ body: brought }), lost),
  confirmSingleSignOn: plain(() => ({ body: { code: '000000' } }), lost),
  myDoors: plain(),
  unbindWeChat: plain(),
  bindSingleSignOn: {
    cells: ['restricted', 'otherRegion'],
    build: async ({ world, ground }) => ({
      params: { id: await plantStaff(world, ground, `clerk.${newId().slice(-12)}`) },
      body: { subject: newId() },
    }),
  },
}
