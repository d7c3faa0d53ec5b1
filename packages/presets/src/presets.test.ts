import { type CatalogueItem, type Preset, TRANSITIONS, URGENCIES } from '@linli/contract'
import { formFaults } from '@linli/contract/visits/form'
import { describe, expect, it } from 'vitest'
import { PRESETS, presetOf } from './index.ts'

const repeated = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map((row) => row.key)

/** Every object below `value`, so that a rule can be asked of all rows of a preset at once. */
function objectsIn(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return []
  return [value, ...Object.values(value).flatMap(objectsIn)]
}

describe.each(Object.values<Preset>(PRESETS))('preset $key', (preset) => {
  const items = new Map<string, CatalogueItem>(preset.catalogue.map((item) => [item.key, item]))
  const lists = keysOf(preset.lists)
  const levels = keysOf(preset.levels)

  it('is found by its key and is pure data', () => {
    expect(presetOf(preset.key)).toBe(preset)
    expect(structuredClone(preset)).toEqual(preset)
    expect(preset.gbCode).toMatch(/^\d{6}$/)
  })

  it.each([
    'levels',
    'posts',
    'teams',
    'skills',
    'units',
    'lists',
    'catalogue',
    'clocks',
    'points',
    'calendar',
    'weeks',
    'alerts',
    'facilities',
    'cardTags',
    'campaigns',
    'activityKinds',
    'activityThemes',
    'nearbyServices',
  ] as const)('has no key twice in %s', (subject) => {
    expect(preset[subject].length).toBeGreaterThan(0)
    expect(repeated(keysOf(preset[subject]))).toEqual([])
  })

  it('asks nothing at a door that a visit must not ask, and begins by itself on a day that every month has', () => {
    for (const { key, questions, monthlyDay } of preset.campaigns) {
      expect([...formFaults(questions)], key).toEqual([])
      expect(monthlyDay === null || (monthlyDay >= 1 && monthlyDay <= 28), key).toBe(true)
    }
  })

  it('gives every row a source with a document and a mechanism', () => {
    const rows = [
      preset.levels,
      preset.posts,
      preset.partyBodies,
      preset.teams,
      preset.skills,
      preset.units,
      preset.lists,
      preset.catalogue,
      preset.clocks,
      preset.waves,
      preset.points,
      preset.rewards,
      preset.campaigns,
      preset.calendar,
      preset.weeks,
      preset.alerts,
      preset.facilities,
      preset.cardTags,
      preset.retiredLedgers,
      preset.ledgerSets,
      preset.ledgerSums,
      preset.activityKinds,
      preset.activityThemes,
      preset.nearbyServices,
      preset.pairingRules,
      [preset.gridSize, preset.devices],
      [
        preset.followUp,
        preset.rework,
        preset.lifecycle,
        preset.offers,
        preset.redemption,
        preset.selfHandling,
        preset.walk,
        preset.trust,
      ],
    ].flat()
    for (const row of rows) {
      expect(row.source.document.trim(), JSON.stringify(row)).not.toBe('')
      expect(row.source.mechanism.trim(), JSON.stringify(row)).not.toBe('')
    }
  })

  it('asks somebody in every wave of an emergency, and handles it as an item of its own', () => {
    const { waves, emergencyItem } = preset.devices
    expect(items.get(emergencyItem)?.urgency).toBe('emergency')
    expect(waves.length).toBeGreaterThan(0)
    for (const { asks, seconds } of waves) expect(asks.length * seconds).toBeGreaterThan(0)
  })

  it('says everything in Chinese and in English', () => {
    const words = objectsIn(preset).filter((row): row is { zh: string; en: string } => 'zh' in row)
    expect(words.length).toBeGreaterThan(preset.catalogue.length)
    for (const { zh, en } of words) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en, zh).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  it('fills each list with the count that is printed', () => {
    for (const list of preset.lists.filter(({ printedCount }) => printedCount !== null)) {
      expect(preset.catalogue.filter((item) => item.list === list.key).length, list.key).toBe(
        list.printedCount,
      )
    }
  })

  it('refers only to lists, skills, units, levels and items that exist', () => {
    const skills = keysOf(preset.skills)
    const units = keysOf(preset.units)
    for (const item of preset.catalogue) {
      expect(lists, item.key).toContain(item.list)
      if (item.skill) expect(skills, item.key).toContain(item.skill)
      if (item.unit) expect(units, item.key).toContain(item.unit)
    }
    for (const reward of preset.rewards) expect(units, reward.key).toContain(reward.merchant)
    expect(repeated(keysOf(preset.rewards))).toEqual([])
    for (const unit of preset.units) {
      if (unit.parent) expect(units, unit.key).toContain(unit.parent)
      for (const item of unit.supplies ?? []) expect([...items.keys()], unit.key).toContain(item)
    }
    // The engine knows these two levels by their keys.
    expect(levels).toEqual(expect.arrayContaining(['community', 'building']))
    for (const post of preset.posts) expect([...levels, 'unit', 'region'], post.key).toContain(post.level)
    for (const body of preset.partyBodies) expect(levels, body.key).toContain(body.level)
    for (const wave of preset.waves) expect(levels).toContain(wave.level)
    // Help at an activity and a merchant's service are no items of the catalogue.
    const deeds = ['activityHelp', 'merchantService']
    for (const rule of preset.points)
      expect([...lists, ...items.keys(), ...deeds], rule.key).toContain(rule.appliesTo)
    for (const rule of preset.clocks) if (rule.item) expect([...items.keys()], rule.key).toContain(rule.item)
  })

  it('leads no alias to two items, and keeps two to five of them apart from the name', () => {
    expect(repeated(preset.catalogue.flatMap((item) => [item.name.zh, ...item.alias]))).toEqual([])
    for (const item of preset.catalogue) {
      expect(item.alias.length, item.key).toBeGreaterThanOrEqual(2)
      expect(item.alias.length, item.key).toBeLessThanOrEqual(5)
    }
  })

  it('lets the policy act alone only where the lifecycle names the system: it offers, it never dispatches', () => {
    for (const item of preset.catalogue) if (item.automatic) expect(item.grabbable, item.key).toBe(true)
  })

  it('returns to the pool only what the pool may take, and lets nobody close alone what is urgent or a complaint', () => {
    for (const item of preset.catalogue) {
      if (item.returnsToPool) expect(item.grabbable, item.key).toBe(true)
      if (!item.selfHandled) continue
      expect(item.evidence.length, item.key).toBeGreaterThan(0)
      expect(item.urgency, item.key).not.toBe('emergency')
      expect(['complaint', 'report'], item.key).not.toContain(item.kind)
    }
    expect(preset.selfHandling.share).toBeGreaterThan(0)
    expect(preset.selfHandling.share).toBeLessThanOrEqual(1)
  })

  it('offers no complaint or report to the pool', () => {
    for (const item of preset.catalogue)
      if (item.grabbable) expect(['complaint', 'report'], item.key).not.toContain(item.kind)
  })

  it('keeps the place of a photo only where a photo is asked for, and never of a home', () => {
    for (const item of preset.catalogue.filter((item) => item.photoNeedsPlace)) {
      expect(
        item.evidence.some((evidence) => evidence !== 'contact'),
        item.key,
      ).toBe(true)
      expect(item.homeEntry, item.key).toBe(false)
    }
  })

  it('has one general limit for every clock that a step may start, at every urgency', () => {
    const started = new Set(TRANSITIONS.flatMap((row) => [...row.starts, ...row.resumes]))
    for (const clock of started) {
      for (const urgency of Object.keys(URGENCIES)) {
        const rules = preset.clocks.filter(
          (rule) => rule.clock === clock && rule.urgency === urgency && rule.item === null,
        )
        expect(rules.length, `${clock} ${urgency}`).toBe(1)
        expect(rules[0]?.amount, `${clock} ${urgency}`).toBeGreaterThan(0)
      }
    }
  })

  it("writes an item's own limit for the urgency the item has", () => {
    for (const rule of preset.clocks)
      if (rule.item) expect(items.get(rule.item)?.urgency, rule.key).toBe(rule.urgency)
  })

  it('widens an offer upwards, wave by wave', () => {
    expect(preset.waves.map((wave) => wave.wave)).toEqual(preset.waves.map((_, at) => at + 1))
    const heights = preset.waves.map((wave) => levels.indexOf(wave.level))
    expect(heights).toEqual([...heights].sort((low, high) => high - low))
  })

  it('pays points only in whole numbers, under caps that let at least one order through', () => {
    for (const rule of preset.points) {
      expect(Number.isSafeInteger(rule.amount) && rule.amount > 0, rule.key).toBe(true)
      expect(rule.dailyCap, rule.key).toBeGreaterThanOrEqual(rule.amount)
      expect(rule.pairWeeklyCap, rule.key).toBeGreaterThanOrEqual(1)
    }
    expect(repeated(preset.points.map((rule) => rule.appliesTo))).toEqual([])
  })
})

it('names the presets there are when a key is wrong', () => {
  expect(() => presetOf('toString')).toThrow(/xihu/)
})
