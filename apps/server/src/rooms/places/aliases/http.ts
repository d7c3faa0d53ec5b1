import { aliasEndpoints } from '@linli/contract/places/endpoints'
import type { Deps } from '../../../kernel/deps.ts'
import { room } from '../../../kernel/http/room.ts'
import { notFound } from '../../../kernel/problem.ts'
import { aliasesOf, namedArea } from '../views/aliases.ts'
import { addAreaAlias } from './addAreaAlias.ts'
import { endAreaAlias } from './endAreaAlias.ts'
import { aliasPolicy } from './policy.ts'

/** What else places are called. */
export const aliasesRoom = (deps: Deps) =>
  room({
    name: 'aliases',
    endpoints: aliasEndpoints,
    policy: aliasPolicy,
    handlers: {
      listAreaAliases: async ({ scope, params }) => {
        const area = await namedArea(deps.db, scope, params.id)
        if (!area) throw notFound()
        const found = await aliasesOf(deps.db, scope, area)
        return { items: found.map(({ path: _path, ...alias }) => alias) }
      },
      addAreaAlias: (request) => addAreaAlias(deps, request),
      endAreaAlias: (request) => endAreaAlias(deps, request),
    },
  })
