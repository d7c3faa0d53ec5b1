import type { Preset } from '@linli/contract'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { otherPreset } from '../errors.ts'
import { forgetRules } from '../placeRules.ts'
import { type Difference, planPreset, rowsOf } from '../rules/presetPlan.ts'
import * as store from '../store.ts'

export type Installed = {
  readonly written: number
  readonly retired: number
  /** Rules the place edited itself where the preset now says otherwise; the place decides. */
  readonly differences: readonly Difference[]
}

/**
 * Founds a region from its preset, or brings it to the preset's newer version. Safe to repeat: the second time it
 * writes nothing. Only rules that the place never edited are touched. A server older than what the region has been brought to
 * leaves it as it is: while a new version is rolled out, the old one may start once more.
 * @throws otherPreset when the region was founded with another preset
 */
export async function installPreset(
  db: Database,
  region: number,
  preset: Preset,
  isDemo = false,
): Promise<Installed> {
  const installed = await db.transaction(systemScope(region), async (tx) => {
    await store.insertRegion(tx, region, preset, isDemo)
    const founded = await store.lockRegion(tx, region)
    if (founded?.preset !== preset.key) throw otherPreset()
    if (founded.presetVersion > preset.version) return { written: 0, retired: 0, differences: [] }
    const plan = planPreset(await store.currentRuleRows(tx, region), rowsOf(preset))
    const changes = plan.write.length + plan.retire.length
    await store.insertRootArea(tx, region, preset.name)
    await store.insertUnits(tx, region, preset)
    if (changes > 0) {
      await store.writePlan(tx, region, preset, plan)
      await tx.query(outboxStatement(region, 'places.presetInstalled.1', { version: preset.version }))
    }
    return { written: plan.write.length, retired: plan.retire.length, differences: plan.differences }
  })
  forgetRules(db, region)
  return installed
}
