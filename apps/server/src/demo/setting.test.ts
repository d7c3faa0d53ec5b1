import type { Preset } from '@linli/contract'
import { PRESETS } from '@linli/presets'
import { describe, expect, it } from 'vitest'
import { settingOf } from './setting.ts'
import { registerCsv } from './town.ts'

const kept = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, versionId: '' }))
const settingFor = ({ levels, posts, skills, catalogue, units }: Preset) =>
  settingOf({
    levels: kept(levels),
    posts: kept(posts),
    skills: kept(skills),
    items: kept(catalogue),
    supplies: kept(
      units.flatMap(({ key, supplies, source }) =>
        supplies ? [{ unit: key, items: supplies, source }] : [],
      ),
    ),
  })

describe.each(Object.values<Preset>(PRESETS))('the demo town of $key', (preset) => {
  const { layout, roster } = settingFor(preset)

  it('has 40 buildings in 12 compounds, under a name on every level', () => {
    expect(layout.areasOf('building')).toHaveLength(40)
    expect(new Set(layout.entrances.map(({ compound }) => compound)).size).toBe(12)
    for (const { names } of layout.entrances) expect(names).toHaveLength(preset.levels.length)
    const ways = layout.entrances.map(({ names, compound }) => [...names, compound].join())
    expect(new Set(ways).size).toBe(ways.length)
  })

  it('lists its doors under the headings of the place', () => {
    const [heading, first] = registerCsv(preset.levels, [layout.doorOf(0)])
      .toString()
      .split('\r\n')
    for (const { name } of preset.levels) expect(heading).toContain(name.zh)
    expect(first?.split(',')).toHaveLength(preset.levels.length + 2)
    expect(first?.split(',').every((cell) => cell !== '')).toBe(true)
  })

  it('seats everybody who needs a post in one that carries the role, and has staff for every door', () => {
    const posts = new Map(preset.posts.map((post) => [post.key, post]))
    for (const role of [
      'gridWorker',
      'reviewer',
      'caller',
      'publisher',
      'unitHandler',
      'regionAdmin',
      'securityAdmin',
      'leader',
      'auditor',
    ] as const) {
      const held = roster.seats[role].posts
      expect(held.length, role).toBeGreaterThan(0)
      for (const { post } of held) expect(posts.get(post)?.roles, role).toContain(role)
    }
    for (const people of Object.values(roster.staff)) {
      const ways = people.flatMap(({ posts: own }) => own.flatMap((post) => ('at' in post ? [post.at] : [])))
      for (const entrance of layout.entrances) {
        const way = layout.way(entrance, preset.levels.at(-1)?.key ?? '')
        expect(ways.some((at) => at.every((name, depth) => way[depth] === name))).toBe(true)
      }
    }
  })

  it('gives nobody the number of another', () => {
    const everybody = [
      ...Object.values(roster.seats),
      ...Object.values(roster.staff).flat(),
      ...roster.residents,
      ...roster.volunteers,
      ...preset.units.map(({ key }, at) => roster.unitPerson(key, at)),
    ]
    const phones = everybody.map(({ phone }) => phone)
    expect(new Set(phones).size).toBe(phones.length)
  })
})
