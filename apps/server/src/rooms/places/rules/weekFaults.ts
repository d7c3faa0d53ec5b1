import type { WeekDays } from '@linli/contract/places/dayEndpoints'

/** What is wrong with a working week, in the field it concerns; nothing when it may stand. */
export function weekFaults(days: WeekDays): { field: string; message: string }[] {
  if (days.every((windows) => windows.length === 0))
    return [{ field: 'days', message: '一周里至少要有一段工作时间，不然按工作日算的时限永远到不了期。' }]
  return days.flatMap((windows, day) =>
    windows.flatMap(({ from, to }, at) => {
      const field = `days.${day}.${at}`
      if (from >= to) return [{ field, message: '每一段要先写开始、后写结束，不能跨过半夜。' }]
      const before = windows[at - 1]
      if (before && from < before.to) return [{ field, message: '一天里的几段要按先后写，不能重叠。' }]
      return []
    }),
  )
}
