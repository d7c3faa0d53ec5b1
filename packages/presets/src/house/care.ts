import type { CareRhythm, Preset, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const ours: Source = {
  document: HOUSE_RULES,
  mechanism: '关爱计划：按约定联系，没联系上逐级提醒，再自动点单',
}

/** How often somebody keeps in touch, where a place says nothing of its own. */
export const careRhythms: readonly CareRhythm[] = [
  {
    key: 'dailyContact',
    name: { zh: '每日一联系', en: 'A contact every day' },
    every: 'day',
    needs: 'contact',
    by: '18:00',
    tells: [0, 60, 120, 180],
    source: ours,
  },
  {
    key: 'weeklyVisit',
    name: { zh: '每周一家访', en: 'A visit every week' },
    every: 'week',
    needs: 'meeting',
    by: '18:00',
    tells: [0, 720, 1440, 2880],
    source: ours,
  },
  {
    key: 'monthlyOuting',
    name: { zh: '每月一游玩', en: 'An outing every month' },
    every: 'month',
    needs: 'meeting',
    by: '18:00',
    tells: [0, 1440, 4320, 10080],
    source: ours,
  },
]

export const careUnseen: Preset['careUnseen'] = {
  days: 7,
  source: { document: HOUSE_RULES, mechanism: '关爱对象一周没人当面见到，只告诉相关的人' },
}
