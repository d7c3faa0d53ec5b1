import { describe, expect, it } from 'vitest'
import { fenOf, promisesOf } from './promiseDraft.ts'

let made = 0
const newId = () => `p${made++}`

describe('promises as they are typed or pasted', () => {
  it('reads side, words, day, and yuan to the fen', () => {
    const { promises, wrong } = promisesOf(
      '单位，装十盏路灯，2026-12-01\n\n社区\t提供清单\t2026-10-01\n单位,帮扶资金,2026-12-31,４0000.5',
      newId,
    )
    expect(wrong).toEqual([])
    expect(promises).toMatchObject([
      { side: 'unit', kind: 'task', words: '装十盏路灯', dueOn: '2026-12-01' },
      { side: 'community', kind: 'task', words: '提供清单', dueOn: '2026-10-01' },
      { side: 'unit', kind: 'funds', words: '帮扶资金', dueOn: '2026-12-31', fen: 4_000_050 },
    ])
  })

  it('names the lines it cannot read', () => {
    expect(
      promisesOf(
        '街道，装灯，2026-12-01\n单位，，2026-12-01\n单位，装灯，年底前\n单位，资金，2026-12-01，不少',
        newId,
      ).wrong,
    ).toEqual([1, 2, 3, 4])
    expect([fenOf('0.07'), fenOf('1.005'), fenOf('-1')]).toEqual([7, undefined, undefined])
  })
})
