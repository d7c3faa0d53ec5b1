import { auditStatement } from '../../../kernel/audit/audit.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { type PlaceRules, placeRules } from '../../places/index.ts'
import { insertCampaign, insertCompanies, insertForm, insertTerms } from '../store.ts'
import { monthlyGround } from '../views/monthly.ts'

type Row = PlaceRules['campaigns'][number]
type MonthlyGround = NonNullable<Awaited<ReturnType<typeof monthlyGround>>>

const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/**
 * 每月固定日: begins the campaigns that the place's rows begin on a day of each month, from that day on, once a month each.
 * Whoever has held the row's role over the whole region longest answers for it and is its author; while nobody holds it,
 * or there is no company to go to, it waits. Safe to repeat and for two servers at once.
 * @returns the keys of the rows whose campaign began now
 */
export async function beginMonthly({ db }: Deps, region: number): Promise<string[]> {
  const { campaigns } = await placeRules(db, region)
  const begun: string[] = []
  for (const row of campaigns) {
    if (row.monthlyDay === null) continue
    const ground = await monthlyGround(db, region, row)
    if (ground && (await begin({ db }, region, row, ground))) begun.push(row.key)
  }
  return begun
}

async function begin(
  { db }: Pick<Deps, 'db'>,
  region: number,
  row: Row,
  { owner, month, from, companies }: MonthlyGround,
): Promise<boolean> {
  const id = newId()
  const campaign = {
    id,
    kind: row.key,
    name: `${row.name.zh} ${month.slice(0, 7)}`,
    path: '/',
    from,
    to: after(from, row.days - 1),
    targets: row.targets,
    inPairs: row.inPairs,
    ...(row.dailyQuota === null ? {} : { dailyQuota: row.dailyQuota }),
  }
  const units = companies.map((unit) => ({ id: newId(), unit }))
  try {
    await db.commit(systemScope(region), [
      insertCampaign(region, owner, campaign),
      insertTerms(region, owner, campaign, { key: row.key, month }),
      ...(units.length > 0 ? [insertCompanies(region, id, units)] : []),
      insertForm(region, owner, { id: newId(), campaign: id, version: 1 }, row.questions),
      auditStatement(
        { region },
        { action: 'startCampaign', subjectKind: 'campaign', subjectId: id, facts: { kind: row.key, month } },
      ),
      outboxStatement(region, 'visits.campaignStarted.1', { id, path: '/' }),
    ])
  } catch (error) {
    if (violated(error) === 'campaign_terms_month') return false // another server was first
    throw error
  }
  return true
}
