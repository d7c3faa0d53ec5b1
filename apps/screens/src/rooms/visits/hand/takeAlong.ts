import { call } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import type { Door } from '../../../kit/offline/kept.ts'
import { readyOffline } from '../../../kit/offline/readyOffline.ts'
import { keepArea } from '../../../kit/offline/store.ts'
import { sync } from '../../../kit/offline/sync.ts'
import { person } from '../../../kit/person.ts'

/**
 * Brings a campaign's doors, form and what was done onto the phone; first goes out what waits. The pages of a walk are
 * opened at the doors: they come as one, so they are here already and are kept too.
 * @throws Problem or NetworkFailure; what was on the phone stays
 */
export async function takeAlong(campaign: string): Promise<void> {
  await sync()
  const doors: Door[] = []
  const positions: Taken['positions'] = []
  const colleagues: Taken['colleagues'] = []
  let after: string | null = null
  do {
    const query: { after?: string } = after === null ? {} : { after }
    const taken: Answer<'takeArea'> = await call('takeArea', { params: { id: campaign }, query })
    doors.push(...taken.households)
    positions.push(...taken.positions)
    colleagues.push(...taken.colleagues)
    after = taken.next
    if (after === null) await keep(taken, doors, { positions, colleagues })
  } while (after !== null)
}

type Taken = Answer<'takeArea'>

async function keep(
  { campaign, forms, findings, consentKinds }: Taken,
  doors: readonly Door[],
  { positions, colleagues }: Pick<Taken, 'positions' | 'colleagues'>,
): Promise<void> {
  const by = person.get()
  if (by === undefined) return
  const opensOffline = await readyOffline()
  const at = new Date().toISOString()
  const kept = { campaign, forms, doors, positions, colleagues, findings, consentKinds }
  await keepArea({ person: by, id: campaign.id, ...kept, at, opensOffline })
}
