import { processFacts } from '@linli/contract/orders/process'
import { ruleEndpoints } from '@linli/contract/places/endpoints'
import type { RuleHistory, RuleRow } from '@linli/contract/places/ruleEndpoints'
import { RULE_SETTINGS, ruleSchema } from '@linli/contract/places/ruleRows'
import { RULE_KINDS, type RuleKind } from '@linli/contract/places/ruleWords'
import { room } from '../../../kernel/http/room.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import { isGone, partsOf, type RuleBody, saysTheSame } from '../rules/ruleBody.ts'
import { type EditingNeeds, previewRule, setRule } from './editRule.ts'
import { rulePolicy } from './policy.ts'
import { presetRows } from './presetRows.ts'
import { currentVersions, versionsOf } from './store.ts'

const partsIn = (kind: RuleKind, key: string, body: RuleBody | undefined): RuleBody | null =>
  partsOf(body, ruleSchema(kind, key) as { properties?: object } | undefined) // every schema here is an object's
const isEdited = ({ kind, key }: { kind: RuleKind; key: string }): boolean =>
  kind !== 'setting' || Object.hasOwn(RULE_SETTINGS, key)

/** The place's rules, read and edited row by row. */
export const editingRoom = (needs: EditingNeeds) =>
  room({
    name: 'rules',
    endpoints: ruleEndpoints,
    policy: rulePolicy,
    handlers: {
      listRules: async ({ me }) => {
        demand(rulePolicy.operations.listRules, me, standingAt(me, '/'))
        const preset = presetRows(needs.presetOf((await placeRules(needs.db, me.region)).preset))
        const rows = await currentVersions(needs.db, me.region, Object.keys(RULE_KINDS))
        const items = rows.filter(isEdited).map(
          ({ id, body, ...version }): RuleRow => ({
            ...version,
            versionId: id,
            row: partsIn(version.kind, version.key, body),
            differs: version.origin === 'place' && !saysTheSame(body, preset.get(version.kind, version.key)),
          }),
        )
        const { preset: key } = await placeRules(needs.db, me.region)
        return { items, preset: key, presetVersion: preset.version }
      },
      ruleHistory: async ({ me, params: { kind, key } }): Promise<RuleHistory> => {
        demand(rulePolicy.operations.ruleHistory, me, standingAt(me, '/'))
        const preset = presetRows(needs.presetOf((await placeRules(needs.db, me.region)).preset))
        const rows = isEdited({ kind, key }) ? await versionsOf(needs.db, me.region, kind, key) : []
        const versions = rows.map(({ id, version, origin, presetVersion, from, to, why, body, by }) => ({
          id,
          version,
          origin,
          presetVersion,
          from,
          to,
          why,
          by: maskName(by),
          row: isGone(body) ? null : partsIn(kind, key, body),
        }))
        if (versions.length === 0) throw notFound()
        return { kind, key, versions, preset: partsIn(kind, key, preset.get(kind, key)) }
      },
      getProcess: async ({ region }) => {
        const { clocks, labels, ...counts } = processFacts(await placeRules(needs.db, region))
        return { ...counts, clocks: [...clocks], labels: { ...labels } }
      },
      previewRule: (request) => previewRule(needs, request),
      setRule: (request) => setRule(needs, request),
    },
  })
