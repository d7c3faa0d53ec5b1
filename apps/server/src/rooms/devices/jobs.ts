import { systemScope } from '../../kernel/auth/actor.ts'
import { Refused } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { DeviceNeeds } from './needs.ts'
import { newlyQuiet, quietStatements } from './store/quiet.ts'

/** A tenth of all devices silent at once is a network, a gateway or a power cut. */
const TENTH = 10

/**
 * Asks, once a silence, that somebody looks after a device that is silent or whose battery is low. Where many are silent
 * together the desk sees it on its page, and nobody is sent to each door.
 * @returns for how many
 */
export async function tendQuiet(needs: DeviceNeeds, region: number): Promise<number> {
  const { rule } = await needs.terms(region)
  const { devices, silent, bound } = await newlyQuiet(needs.db, region, rule)
  const together = silent >= Math.max(rule.togetherFrom, Math.ceil(bound / TENTH))
  let asked = 0
  for (const { id, isSilent } of devices) {
    if (isSilent && together) continue
    try {
      await needs.db.commit(systemScope(region), quietStatements(region, id, newId(), isSilent))
      asked += 1
    } catch (error) {
      const isOvertaken = error instanceof Refused && error.code === 'deviceChanged'
      if (!isOvertaken) throw error
    }
  }
  return asked
}
