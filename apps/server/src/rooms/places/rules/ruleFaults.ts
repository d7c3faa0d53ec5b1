import type { RuleKind } from '@linli/contract/places/ruleWords'
import type { RuleBody } from './ruleBody.ts'

/** What stands beside a row in the place: keys that it may name. */
export type Beside = {
  readonly lists: readonly string[]
  readonly items: readonly { readonly key: string; readonly list: string }[]
  readonly units: readonly string[]
  readonly skills: readonly string[]
  readonly levels: readonly string[]
  readonly waves: readonly number[]
}
export type RuleFault = { readonly field: string; readonly message: string }

/** What points are earned for besides lists and items. */
const OTHER_DEEDS = ['activityHelp', 'merchantService']

/**
 * Why a row cannot stand in this place: it names what is not there, or it would be another row than the one it is edited as.
 * @param preset whether the place's preset has the row too
 */
export function ruleFaults(
  kind: RuleKind,
  key: string,
  row: RuleBody | null,
  beside: Beside,
  preset: boolean,
): RuleFault[] {
  if (row === null) return endFaults(kind, key, beside, preset)
  const faults: RuleFault[] = []
  const must = (holds: boolean, part: string, message: string) => {
    if (!holds) faults.push({ field: `row.${part}`, message })
  }
  const known = (keys: readonly string[], part: string, message: string) => {
    const named = row[part]
    if (typeof named === 'string') must(keys.includes(named), part, message)
  }
  if (kind === 'item') {
    known(beside.lists, 'list', '没有这个清单，请重新选择。')
    known(beside.units, 'unit', '没有这个单位，请重新选择。')
    known(beside.skills, 'skill', '没有这项技能，请重新选择。')
    must(
      row.automatic !== true || row.grabbable === true,
      'automatic',
      '系统自己发布的事项要能抢单，请先选上“可以抢单”。',
    )
    must(
      row.returnsToPool !== true || row.grabbable === true,
      'returnsToPool',
      '放回抢单大厅的事项要能抢单，请先选上“可以抢单”。',
    )
    must(
      row.selfHandled !== true || !['complaint', 'report'].includes(String(row.kind)),
      'selfHandled',
      '投诉举报不能由网格员自办自结。',
    )
  }
  if (kind === 'clock') {
    known(
      beside.items.map((item) => item.key),
      'item',
      '没有这个事项，请重新选择。',
    )
    const own = [row.clock, row.urgency, ...(row.item === null ? [] : [row.item])].join('.')
    must(own === key || preset, 'clock', '时限、缓急和事项定下就不能换，请另外加一条。')
  }
  if (kind === 'wave') {
    known(beside.levels, 'level', '没有这一级，请重新选择。')
    must(key === `wave${row.wave}`, 'wave', '第几波定下就不能换。')
    must(
      row.wave === 1 || beside.waves.includes(Number(row.wave) - 1),
      'wave',
      '要一波接一波，请先定前一波。',
    )
  }
  if (kind === 'points') {
    const named = [...beside.lists, ...beside.items.map((item) => item.key), ...OTHER_DEEDS]
    known(named, 'appliesTo', '没有这个清单或事项，请重新选择。')
    must(Number(row.amount) <= Number(row.dailyCap), 'dailyCap', '一人一天至多的积分不能少于一次的积分。')
  }
  return faults
}

/** The engine counts on some rows: those a place may change, and not take out. */
function endFaults(kind: RuleKind, key: string, { items, waves }: Beside, preset: boolean): RuleFault[] {
  const no = (message: string): RuleFault[] => [{ field: 'row', message }]
  if (kind === 'alert' || kind === 'setting' || kind === 'label')
    return no('这一条每个地方都要有，可以改，不能去掉。')
  if (kind === 'clock' && preset) return no('预设里的时限可以改，不能去掉；本地加的可以去掉。')
  if (kind === 'list' && items.some(({ list }) => list === key))
    return no('这个清单里还有事项，请先把它们移到别的清单。')
  const wave = Number(key.replace('wave', ''))
  if (kind === 'wave' && (waves.length < 2 || wave !== Math.max(...waves)))
    return no('只能去掉最后一波，第一波要留着。')
  return []
}
