import { upstreamEndpoints } from '@linli/contract/upstream/endpoints'
import { room } from '../../kernel/http/room.ts'
import { demandRegion } from '../../kernel/policy/policy.ts'
import { notFound } from '../../kernel/problem.ts'
import { checkFile } from './actions/checkFile.ts'
import { importFile } from './actions/importFile.ts'
import { returnToSender } from './actions/returnToSender.ts'
import { addSender, changeSender } from './actions/senders.ts'
import { followingListeners } from './follow.ts'
import type { UpstreamNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { runById, sendersOf } from './views/senders.ts'

export const upstreamRoom = (needs: UpstreamNeeds) =>
  room({
    name: 'upstream',
    endpoints: upstreamEndpoints,
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      listSenders: async ({ me, scope }) => {
        demandRegion(policy.operations.listSenders, me)
        return { items: await sendersOf(needs.db, scope) }
      },
      addSender: (request) => addSender(needs, request),
      changeSender: (request) => changeSender(needs, request),
      checkSenderFile: (request) => checkFile(needs, request),
      importSenderFile: (request) => importFile(needs, request),
      followSenderImport: async ({ me, scope, params }) => {
        demandRegion(policy.operations.followSenderImport, me)
        const run = await runById(needs.db, scope, params.id)
        if (!run) throw notFound()
        return run
      },
      returnToSender: (request) => returnToSender(needs.db, request),
    },
  })
