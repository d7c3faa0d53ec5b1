/** Everything of region 1 that lies in no open area, though it is still in use: its paths. */
export const STRAYS = `
  select path from (
    select region_id, path from households where closed_at is null
    union all select region_id, path from people where erased_at is null and path is not null
    union all select region_id, path from helpers where left_at is null
    union all select region_id, serves_path from helpers where left_at is null
    union all select region_id, area_path from posts where area_path is not null and to_on is null
    union all select region_id, area_path from grants where area_path is not null and (to_at is null or to_at > now())
    union all select region_id, path from orders where closed_at is null) x
  where region_id = 1 and path <> '/' and not exists (
    select from areas a where a.region_id = x.region_id and a.path = x.path and a.closed_at is null)`
