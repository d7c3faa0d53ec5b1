import type { Words } from '@linli/contract'
import { privacyEndpoints } from '@linli/contract/privacy/endpoints'
import { room } from '../../../kernel/http/room.ts'
import { collectPerson, type Part } from '../../../kernel/privacy/collect.ts'
import { listDataRequests, looksAt, myPrivacy } from '../views/ownData.ts'
import { answerDataRequest, askOffice } from './askOffice.ts'
import { askCopy, fetchCopy } from './copies.ts'
import { askErasure, cancelErasure } from './erasure.ts'
import type { OwnDataNeeds } from './needs.ts'
import { privacyPolicy } from './policy.ts'
import { setConsent } from './setConsent.ts'

const MOST_SHOWN = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** One's own data and the office that answers for it, as the server registers them. */
export const privacyRoom = (needs: OwnDataNeeds) =>
  room({
    name: 'privacy',
    endpoints: privacyEndpoints,
    policy: privacyPolicy,
    handlers: {
      getMyPrivacy: async ({ me }) => ({ ...(await myPrivacy(needs.db, me)), kept: [...needs.kept] }),
      readMyData: async ({ me }) => {
        const { parts } = await collectPerson(
          { ...needs.privacy, crypto: needs.crypto },
          me.region,
          me.personId,
        )
        return { parts: parts.map(shownPart).filter(({ rows }) => rows.length > 0) }
      },
      listLooksAtMe: ({ me, query }) => looksAt(needs.db, me, query),
      setConsent: (request) => setConsent(needs, request, request.body),
      askCopy: (request) => askCopy(needs, request),
      fetchCopy: (request) => fetchCopy(needs, request, request.params.id),
      askErasure: (request) => askErasure(needs, request),
      cancelErasure: (request) => cancelErasure(needs, request),
      askOffice: (request) => askOffice(needs, request, request.body),
      listDataRequests: ({ me, query }) => listDataRequests(needs.db, me, query),
      answerDataRequest: (request) => answerDataRequest(needs, request, request.params.id, request.body),
    },
  })

/** A part as one reads it on a phone: what says something, without ids; the copy has all of it. */
function shownPart({ title, cells, rows }: Part) {
  return {
    title,
    count: rows.length,
    rows: rows
      .slice(-MOST_SHOWN)
      .reverse()
      .map((row) => cells.flatMap(({ name, title }) => shownCell(title, row[name]))),
  }
}

function shownCell(title: Words, value: unknown): { title: Words; value: string }[] {
  if (value === null || value === undefined || value === '') return []
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (UUID.test(text) || text === '[]' || text === '{}') return []
  if (typeof value === 'boolean') return [{ title, value: value ? '是 Yes' : '否 No' }]
  return [{ title, value: TIME.test(text) ? clock(text) : text }]
}

/** The region's own clock, to the minute. */
const clock = (time: string): string =>
  new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
