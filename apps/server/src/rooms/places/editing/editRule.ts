import type { Preset } from '@linli/contract'
import type { ruleEndpoints } from '@linli/contract/places/endpoints'
import type { RulePreview } from '@linli/contract/places/ruleEndpoints'
import { ruleSchema } from '@linli/contract/places/ruleRows'
import type { RuleKind } from '@linli/contract/places/ruleWords'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { type Database, Refused } from '../../../kernel/db/database.ts'
import { checkShape } from '../../../kernel/http/checkShape.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { forgetRules, type PlaceRules, placeRules, placeRulesWith } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import { nextBody } from '../rules/ruleBody.ts'
import { type Beside, ruleFaults } from '../rules/ruleFaults.ts'
import { ruleChanged } from './errors.ts'
import { rulePolicy } from './policy.ts'
import { type PresetRows, presetRows } from './presetRows.ts'
import { currentVersions, openUnitKeys, versionStatements } from './store.ts'

export type RuleChange = {
  readonly kind: RuleKind
  readonly key: string
  readonly before: PlaceRules
  readonly after: PlaceRules
}
export type EditingNeeds = {
  readonly db: Database
  /** The preset that this server brings for a place, by its key. */
  presetOf(key: string): Preset
  /** What an edit does to the region's open orders. */
  effectOf(region: number, me: Actor, change: RuleChange): Promise<RulePreview>
}

type Asked = Pick<HandlerRequest<typeof ruleEndpoints.previewRule>, 'me' | 'params' | 'body' | 'language'>
type Command = Asked & Pick<HandlerRequest<typeof ruleEndpoints.setRule>, 'scope' | 'body' | 'remember'>

/** What an edit would write, checked against the schema of its kind and against what stands beside it. @throws invalid, notFound, ruleChanged */
async function planEdit({ db, presetOf }: EditingNeeds, { me, params, body, language }: Asked) {
  const { kind, key } = params
  const schema = ruleSchema(kind, key)
  if (!schema) throw notFound()
  const wrong = body.row === null ? [] : await checkShape(schema, body.row, language, 'row')
  if (wrong.length > 0) throw invalid(wrong)
  const current = (await currentVersions(db, me.region, [kind])).find((row) => row.key === key)
  if ((current?.id ?? null) !== body.seen) throw ruleChanged()
  const id = newId()
  const before = await placeRules(db, me.region)
  const rows: PresetRows = presetRows(presetOf(before.preset))
  const preset = rows.get(kind, key)
  const units = await openUnitKeys(db, me.region)
  const faults = ruleFaults(kind, key, body.row, besideOf(before, units), preset !== undefined)
  if (faults.length > 0) throw invalid([...faults])
  const next = nextBody(key, body.row, current?.body, preset, schema as { properties?: object }) // every schema here is an object's
  const { after } = await placeRulesWith(db, me.region, { kind, key, id, body: next.body })
  return { id, kind, key, before, after, next, presetVersion: rows.version }
}

const besideOf = (rules: PlaceRules, units: readonly string[]): Beside => ({
  lists: rules.lists.map(({ key }) => key),
  items: rules.items,
  units,
  skills: rules.skills.map(({ key }) => key),
  levels: rules.levels.map(({ key }) => key),
  waves: rules.waves.map(({ wave }) => wave),
})

/** 预看改规则: which open orders it concerns, with their limits before and after. Nothing is written. @throws forbidden and as planEdit */
export async function previewRule(needs: EditingNeeds, asked: Asked): Promise<RulePreview> {
  demand(rulePolicy.operations.previewRule, asked.me, standingAt(asked.me, '/'))
  return needs.effectOf(asked.me.region, asked.me, await planEdit(needs, asked))
}

/**
 * 改规则: a further version, with who and why; orders keep the ids they were placed under. A way back is an edit that says what an
 * earlier version said. @throws forbidden but for the whole region; ruleChanged when somebody was quicker; invalid
 */
export async function setRule(needs: EditingNeeds, { scope, remember, ...asked }: Command) {
  const { me, body } = asked
  demand(rulePolicy.operations.setRule, me, standingAt(me, '/'))
  const { id, kind, key, next, presetVersion } = await planEdit(needs, asked)
  const answer = { kind, key, versionId: id }
  const { origin } = next
  try {
    await needs.db.commit(scope, [
      ...versionStatements(me.region, body.seen, {
        id,
        kind,
        key,
        body: next.body,
        origin,
        presetVersion: origin === 'preset' ? presetVersion : null,
        why: body.why.trim(),
      }),
      auditStatement(me, { action: 'setRule', subjectKind: 'rule', subjectId: id, facts: { kind, key } }),
      outboxStatement(me.region, 'places.ruleSet.1', { kind, key, versionId: id }),
      remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'ruleChanged') throw ruleChanged()
    throw error
  }
  forgetRules(needs.db, me.region)
  return answer
}
