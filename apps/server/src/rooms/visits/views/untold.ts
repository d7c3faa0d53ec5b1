import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

/** What whoever answers for a campaign is told once. */
export type OwnerNews = 'campaignDone' | 'campaignEnding'
const MARK = { campaignDone: sql`done_told_at`, campaignEnding: sql`ending_told_at` } as const

/** Running campaigns of which their owner has not heard yet that all is done, with the day it is. */
export const untoldCampaigns = (
  db: Database,
  region: number,
): Promise<{ id: string; today: string; isEndingTold: boolean }[]> =>
  db.read<{ id: string; today: string; isEndingTold: boolean }>(
    { region, system: true },
    sql`select c.id, d.today::text as today, t.ending_told_at is not null as "isEndingTold"
    from (select (app_now() at time zone 'Asia/Shanghai')::date as today) d
      join campaigns c on c.region_id = ${region} and c.from_on <= d.today and c.to_on >= d.today
      join campaign_terms t on t.region_id = c.region_id and t.campaign_id = c.id
    where t.done_told_at is null order by c.id`,
  )

/** Marks it and tells it in one statement: of two servers one does. */
export const tellOwner = (
  region: number,
  campaign: { readonly id: string; readonly path: string },
  news: OwnerNews,
  left: number,
): Sql => sql`
  with told as (update campaign_terms set ${MARK[news]} = app_now()
    where region_id = ${region} and campaign_id = ${campaign.id}::uuid and ${MARK[news]} is null returning owner_person)
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, ${`visits.${news}.1`},
    ${JSON.stringify({ ...campaign, left })}::jsonb || jsonb_build_object('told', jsonb_build_array(owner_person)), app_now() from told`
