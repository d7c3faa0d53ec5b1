import type { CatalogueItem } from '@linli/contract'
import { ANY_HOUR } from '@linli/contract/people/shapes'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { openOwnerPool } from '../../apps/server/src/kernel/db/ownerPool.ts'
import { rememberStatement } from '../../apps/server/src/kernel/http/idempotency.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { startRelay } from '../../apps/server/src/kernel/outbox/relay.ts'
import { insightRoom, insightRulesOf, statesOf } from '../../apps/server/src/rooms/insight/index.ts'
import type { By } from '../../apps/server/src/rooms/orders/actions/takeStep.ts'
import { overdueByArea } from '../../apps/server/src/rooms/orders/index.ts'
import type { OrderNeeds } from '../../apps/server/src/rooms/orders/needs.ts'
import { orderRulesOf } from '../../apps/server/src/rooms/orders/orderRules.ts'
import { openNeighbours } from '../../apps/server/src/rooms/orders/views/neighbours.ts'
import { helperGroups, newPersonStatement, personByPhone } from '../../apps/server/src/rooms/people/index.ts'
import type { PlaceRules } from '../../apps/server/src/rooms/places/index.ts'
import { guestMayPlace } from '../../apps/server/src/rooms/stations/index.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'

/** A small town for this room's tests: areas, people with grants, helpers, and the preset's rules. */
export type Town = TestDatabase & {
  needs: OrderNeeds
  place: PlaceRules
  person(name: string, grants?: Grant[]): Promise<Actor>
  helper(
    name: string,
    path?: string,
    more?: { quota?: number; skills?: string[]; homeEntry?: boolean },
  ): Promise<Actor>
  by(actor: Actor, version?: number, key?: string): By
  /** Folds the counters as the relay would. */
  count(): Promise<void>
  admin<T extends object>(text: string, values?: unknown[]): Promise<T[]>
}

export const RETURNING = 'changeBulb'
export const SELF_HANDLED = 'noise'
export const STREET = '/s01/'
export const COMMUNITY = '/s01/c01/'
export const GRID = '/s01/c01/g01/'
export const BUILDING = '/s01/c01/g01/b01/'

/** One item that returns to the pool and one that the grid worker may close, so that every step can be taken. */
const asAllows = (item: CatalogueItem): CatalogueItem => ({
  ...item,
  returnsToPool: item.key === RETURNING,
  selfHandled: item.key === SELF_HANDLED,
})

export async function openTown(): Promise<Town> {
  const database = await testDatabase()
  const { db } = database
  const crypto = softwareProvider(Buffer.alloc(32, 7))
  const preset = presetOf('xihu')
  const kept = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, versionId: newId() }))
  const place: PlaceRules = {
    region: 1,
    gbCode: preset.gbCode,
    name: preset.name,
    preset: preset.key,
    presetVersion: preset.version,
    isDemo: true,
    levels: kept(preset.levels),
    posts: kept(preset.posts),
    partyBodies: kept(preset.partyBodies),
    teams: kept(preset.teams),
    skills: kept(preset.skills),
    supplies: [],
    lists: kept(preset.lists),
    items: kept(preset.catalogue.map(asAllows)),
    pastItems: [],
    clocks: kept(preset.clocks),
    waves: kept(preset.waves),
    points: kept(preset.points),
    rewards: kept(preset.rewards),
    calendar: kept(preset.calendar),
    weeks: kept(preset.weeks),
    alerts: kept(preset.alerts),
    clockEdition: 1,
    facilities: kept(preset.facilities),
    checkInChoices: kept(preset.checkInChoices),
    conduct: kept(preset.conduct),
    partnerRule: { ...preset.partnerRule, versionId: newId() },
    campaigns: kept(preset.campaigns),
    careRhythms: kept(preset.careRhythms),
    allowances: kept(preset.allowances),
    workResults: kept(preset.workResults),
    careUnseen: { ...preset.careUnseen, versionId: newId() },
    devices: { ...preset.devices, versionId: newId() },
    workAppeal: { ...preset.workAppeal, versionId: newId() },
    gridSize: { ...preset.gridSize, versionId: newId() },
    pairingRules: kept(preset.pairingRules),
    retiredLedgers: kept(preset.retiredLedgers),
    ledgerSets: kept(preset.ledgerSets),
    ledgerSums: kept(preset.ledgerSums),
    cardTags: kept(preset.cardTags),
    activityKinds: kept(preset.activityKinds),
    activityThemes: kept(preset.activityThemes),
    nearbyServices: kept(preset.nearbyServices),
    labels: preset.labels,
    helperQuota: preset.helperQuota,
    followUp: { ...preset.followUp, versionId: newId() },
    rework: { ...preset.rework, versionId: newId() },
    lifecycle: { ...preset.lifecycle, versionId: newId() },
    offers: { ...preset.offers, versionId: newId() },
    selfHandling: { share: 0.5, source: preset.selfHandling.source, versionId: newId() },
    redemption: { ...preset.redemption, versionId: newId() },
    walk: { ...preset.walk, versionId: newId() },
    trust: { ...preset.trust, versionId: newId() },
  }
  const rules = orderRulesOf(place)
  const system = { region: 1, system: true } as const
  const insert = async (...statements: Sql[]): Promise<void> => void (await db.commit(system, statements))
  for (const [path, level, name] of [
    [STREET, 'street', '示范街道'],
    [COMMUNITY, 'community', '桃苑社区'],
    ['/s01/c02/', 'community', '柳苑社区'],
    [GRID, 'grid', '一网格'],
    ['/s01/c01/g02/', 'grid', '二网格'],
    [BUILDING, 'building', '1栋'],
  ] as const)
    await insert(
      sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, ${newId()}, ${path}, null, ${level}, ${path.split('/').at(-2)}, ${name}, ${newId()}, app_now())`,
    )
  const person = async (name: string, grants: Grant[] = []): Promise<Actor> => {
    const actor = {
      region: 1,
      accountId: newId(),
      personId: newId(),
      sessionId: newId(),
      grants,
      units: grants.flatMap(({ unitId }) => (unitId ? [unitId] : [])),
      teams: [],
    }
    await db.global(sql`insert into accounts (id, created_at) values (${actor.accountId}, now())`)
    await db.global(
      sql`insert into sessions (id, token_hash, account_id, region_id, person_id, created_at, seen_at, expires_at) values (${actor.sessionId}, ${Buffer.from(actor.sessionId)}, ${actor.accountId}, 1, ${actor.personId}, now(), now(), now() + interval '1 day')`,
    )
    await insert(
      sql`insert into people (region_id, id, account_id, name, path, created_at) values (1, ${actor.personId}, ${actor.accountId}, ${name}, ${BUILDING}, app_now())`,
    )
    return actor
  }
  const needs: OrderNeeds = {
    db,
    crypto,
    ...openNeighbours(db),
    rules: async () => rules,
    personByPhone: (region, phone) => personByPhone(db, crypto, region, phone),
    newPersonStatement: (region, caller) => newPersonStatement(crypto, region, caller),
    statesOf,
    guestMayPlace,
    guestPhone: async () => null,
    groupText: ({ item, place, link }) => `${place}：${item} ${link}`,
  }
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  return {
    ...database,
    needs,
    place,
    person,
    helper: async (name, path = GRID, more = {}) => {
      const actor = await person(name, [{ role: 'helper', areaPath: STREET, unitId: null }])
      await insert(sql`insert into helpers (region_id, person_id, path, serves_path, quota, home_entry, hours, joined_at) values (1, ${actor.personId}, ${path}, ${STREET}, ${more.quota ?? 3}, ${more.homeEntry ?? true},
        ${JSON.stringify(ANY_HOUR)}::jsonb, app_now())`)
      for (const skill of more.skills ?? preset.skills.map(({ key }) => key))
        await insert(
          sql`insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at) values (1, ${newId()}, ${actor.personId}, ${skill}, ${actor.personId}, app_now())`,
        )
      return actor
    },
    by: (actor, version, key = newId()) => ({
      actor,
      version,
      remember: (result) =>
        rememberStatement({ operation: 'test', key, hash: Buffer.from(key), region: 1, actor }, result),
    }),
    count: async () => {
      const pool = openOwnerPool(database.ownerUrl, () => undefined)
      const counting = insightRoom({
        db,
        rules: async () => insightRulesOf(place),
        overdueByArea,
        helperGroups: (region, area) => helperGroups(db, region, area),
      })
      const relay = startRelay(pool, [counting], {
        onError: (error) => {
          throw error
        },
      })
      await relay.idle()
      await relay.stop()
      await pool.end()
    },
    admin: async <T extends object>(text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows as T[],
    close: async () => {
      await client.end()
      await database.close()
    },
  }
}
