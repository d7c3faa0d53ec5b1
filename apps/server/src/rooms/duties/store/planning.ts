import sql, { type Sql } from 'sql-template-tag'
import type { Row, Tx } from '../../../kernel/db/database.ts'

export type PostRow = Row & { id: string; needed: number; skill: string | null }
export type MemberRow = Row & {
  id: string
  skills: string[]
  offDays: string[]
  offShifts: string[]
  wishes: string[]
  wishDays: string[]
  /** What they do elsewhere, in minutes from the roster's first midnight. */
  busy: [number, number][]
}

export const rosterPosts = (tx: Tx, region: number, rosterId: string): Promise<PostRow[]> =>
  tx.query<PostRow>(sql`
    select id, needed, skill from roster_posts where region_id = ${region} and roster_id = ${rosterId}::uuid order by id`)

/** Everybody who said yes and is there still, with verified skills and what they do elsewhere around these days. */
export const rosterMembers = (
  tx: Tx,
  region: number,
  { id, fromOn, toOn }: { id: string; fromOn: string; toOn: string },
): Promise<MemberRow[]> =>
  tx.query<MemberRow>(sql`
    select m.person_id as id, m.off_days::text[] as "offDays", m.off_shifts as "offShifts", m.wishes, m.wish_days::text[] as "wishDays",
      array(select s.skill from helper_skills s where s.region_id = m.region_id and s.person_id = m.person_id
        and s.to_at is null and s.verified_at is not null order by s.skill) as skills,
      (select coalesce(json_agg(json_build_array(
          (extract(epoch from d.starts_at - (${fromOn}::date::timestamp at time zone 'Asia/Shanghai')) / 60)::int,
          (extract(epoch from d.ends_at - (${fromOn}::date::timestamp at time zone 'Asia/Shanghai')) / 60)::int) order by d.starts_at), '[]')
        from duties d where d.region_id = m.region_id and d.person_id = m.person_id and d.accepted and d.roster_id <> m.roster_id
          and d.ends_at > ${fromOn}::date - interval '3 days' and d.starts_at < ${toOn}::date + interval '4 days') as busy
    from roster_members m join people p on p.region_id = m.region_id and p.id = m.person_id and p.erased_at is null
    where m.region_id = ${region} and m.roster_id = ${id}::uuid and m.answer = 'yes' order by m.person_id`)

export type NewDuty = {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly shift: string
  /** Minutes from the roster's first midnight. */
  readonly from: number
  readonly to: number
}

/** A proposal takes the place of the one before. */
export const replaceProposal = (
  region: number,
  { id, path, fromOn }: { id: string; path: string; fromOn: string },
  duties: readonly NewDuty[],
): readonly Sql[] => [
  sql`delete from duties where region_id = ${region} and roster_id = ${id}::uuid and not accepted`,
  sql`insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at)
    select ${region}::int, d.id, ${id}::uuid, d.post, d.person, ${path}::text, d.shift,
      (${fromOn}::date::timestamp at time zone 'Asia/Shanghai') + make_interval(mins => d."from"),
      (${fromOn}::date::timestamp at time zone 'Asia/Shanghai') + make_interval(mins => d."to")
    from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) as d (id uuid, post uuid, person uuid, shift text, "from" integer, "to" integer)`,
]
