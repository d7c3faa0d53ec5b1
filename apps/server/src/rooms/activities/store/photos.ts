import type { PhotoPeople } from '@linli/contract/activities/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'

/** A photo is the adder's own upload, of no order. Refuses photoNotYours. */
export const insertPhoto = (
  region: number,
  activityId: string,
  photo: { readonly fileId: string; readonly people: PhotoPeople },
  byPerson: string,
): Sql => sql`
  with added as (
    insert into activity_photos (region_id, id, activity_id, path, people, added_by, added_at)
    select a.region_id, f.id, a.id, a.path, ${photo.people}, ${byPerson}::uuid, app_now()
    from activities a join files f on f.region_id = a.region_id and f.id = ${photo.fileId}::uuid and f.kind = 'photo' and f.erased_at is null and f.order_id is null
      and f.uploaded_by = ${byPerson}::uuid
    where a.region_id = ${region} and a.id = ${activityId}::uuid returning 1)
  select refuse('photoNotYours') where not exists (select from added)`

export type PhotoRow = Row & { id: string; activityId: string; path: string; addedBy: string; shown: boolean }
export const photoById = (region: number, id: string): Sql => sql`
  select id, activity_id as "activityId", path, added_by as "addedBy", shown from activity_photos
  where region_id = ${region} and id = ${id}::uuid and removed_at is null`

/** Somebody else has looked at it: shown, or taken down for good. Refuses photoGone. */
export const checkPhoto = (region: number, id: string, show: boolean, byPerson: string): Sql => sql`
  with checked as (
    update activity_photos set checked_by = ${byPerson}::uuid, checked_at = app_now(), shown = ${show}::boolean, removed_at = case when ${show}::boolean then null else app_now() end
    where region_id = ${region} and id = ${id}::uuid and removed_at is null and added_by <> ${byPerson}::uuid returning 1)
  select refuse('photoGone') where not exists (select from checked)`

/** Whoever adds a photo may take it away; nobody else needs to have looked. Refuses photoGone. */
export const removePhoto = (region: number, id: string): Sql => sql`
  with gone as (update activity_photos set shown = false, removed_at = app_now() where region_id = ${region} and id = ${id}::uuid and removed_at is null returning 1)
  select refuse('photoGone') where not exists (select from gone)`

/** When a file began to count towards its limit: not while an activity keeps it. `other` is what holds for all other files; the row stands under `t`. */
export const activityFileClock = (other: Sql): Sql =>
  sql`case when t.order_id is null and exists (select from activity_photos p where p.region_id = t.region_id and p.id = t.id and p.removed_at is null) then null else ${other} end`

/** One that an activity shows. */
export const shownPhoto = (region: number, slug: string, id: string): Sql => sql`
  select p.* from (${photoById(region, id)}) p join activities a on a.region_id = ${region} and a.id = p."activityId"
  where p.shown and a.slug = ${slug}`
