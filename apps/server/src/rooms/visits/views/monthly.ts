import type { CampaignTemplate } from '@linli/contract'
import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

/**
 * What the campaign of this month needs, once its day has come and while it has not begun: who answers for it, the month,
 * its first day and, where it goes to companies, the companies below the row's unit. Undefined where it is to wait.
 */
export async function monthlyGround(
  db: Database,
  region: number,
  row: Pick<CampaignTemplate, 'key' | 'monthlyDay' | 'ownerRole' | 'targets' | 'companiesBelow'>,
): Promise<{ owner: string; month: string; from: string; companies: string[] } | undefined> {
  const [found] = await db.read<{ owner: string; month: string; from: string; companies: string[] }>(
    { region, system: true },
    sql`with days as (select date_trunc('month', ${TODAY})::date as month, ${TODAY} as today)
    select o.id as owner, d.month::text as month, (d.month + (${row.monthlyDay}::int - 1))::text as from,
      array(select u.id::text from units u left join units above on above.region_id = u.region_id and above.id = u.parent_id
        where u.region_id = ${region} and u.kind = 'company' and u.closed_at is null and ${row.targets} = 'companies'
          and (${row.companiesBelow}::text is null or above.key = ${row.companiesBelow}) order by u.key) as companies
    from days d cross join lateral (
      select p.id from grants g join people p on p.region_id = g.region_id and p.account_id = g.account_id
      where g.region_id = ${region} and g.role = ${row.ownerRole} and g.area_path = '/' and g.from_at <= app_now()
        and (g.to_at is null or g.to_at > app_now()) and p.erased_at is null order by g.from_at, g.id limit 1) o
    where d.today >= d.month + (${row.monthlyDay}::int - 1)
      and not exists (select from campaign_terms t where t.region_id = ${region} and t.preset_key = ${row.key} and t.month = d.month)`,
  )
  return found && (row.targets === 'households' || found.companies.length > 0) ? found : undefined
}
