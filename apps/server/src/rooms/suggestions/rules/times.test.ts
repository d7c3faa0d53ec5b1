import { getLunarDate } from 'chinese-days'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, lunarDays } from './lunar.ts'
import { timesIn } from './times.ts'

/** A Sunday evening. */
const NOW = { day: '2026-11-22', time: '21:30' }

it.each([
  // said, what of it is the time, from, to
  ['昨晚11点楼上还在敲', '昨晚11点', '2026-11-21T23:00', null],
  ['2019年8月18日14:44停的电', '2019年8月18日14:44', '2019-08-18T14:44', null],
  ['明天早上八点半来修', '明天早上八点半', '2026-11-23T08:30', null],
  ['周三上午9点到下午5点都有人', '周三上午9点到下午5点', '2026-11-18T09:00', '2026-11-18T17:00'],
  ['上个月就报过了', '上个月', '2026-10-01', '2026-10-31'],
  ['腊月二十八没水', '腊月二十八', '2027-02-04', null],
  ['上个月底才修好', '上个月底', '2026-10-21', '2026-10-31'],
  ['去年腊月二十三回来', '去年腊月二十三', '2026-02-10', null],
  ['农历八月十五前后', '农历八月十五', '2026-09-25', null],
  ['除夕夜放炮', '除夕夜', '2027-02-05T18:00', '2027-02-06T00:00'],
  ['大年初一到现在', '大年初一', '2027-02-06', null],
  ['中秋节那天晚上', '中秋节', '2026-09-25', null],
  ['九月初九重阳', '九月初九', '2026-10-18', null],
  ['国庆节期间施工', '国庆节', '2026-10-01', null],
  ['二〇一九年三月五日领的证', '二〇一九年三月五日', '2019-03-05', null],
  ['２０２６年１１月２０日下午三点', '２０２６年１１月２０日下午三点', '2026-11-20T15:00', null],
  ['11月20号凌晨两点一刻', '11月20号凌晨两点一刻', '2026-11-20T02:15', null],
  ['12月31日晚上12点', '12月31日晚上12点', '2027-01-01T00:00', null],
  ['三天前开始漏水', '三天前', '2026-11-19', null],
  ['半个月前报的', '半个月前', '2026-11-07', null],
  ['两个月后到期', '两个月后', '2027-01-22', null],
  ['半小时前有人摔倒', '半小时前', '2026-11-22T21:00', null],
  ['20分钟前', '20分钟前', '2026-11-22T21:10', null],
  ['上周五下午', '上周五下午', '2026-11-13T12:00', '2026-11-13T18:00'],
  ['下个星期二', '下个星期二', '2026-11-24', null],
  ['本周末搞活动', '本周末', '2026-11-21', '2026-11-22'],
  ['今早六点就开工', '今早六点', '2026-11-22T06:00', null],
  ['前天中午12点半', '前天中午12点半', '2026-11-20T12:30', null],
  ['2026-11-05 断网', '2026-11-05', '2026-11-05', null],
  ['8月18日到20日停水', '8月18日到20日', '2026-08-18', '2026-08-20'],
  ['上个月15号交的钱', '上个月15号', '2026-10-15', null],
  ['20号上午来过', '20号上午', '2026-11-20T08:00', '2026-11-20T12:00'],
  ['每天晚上十点半跳舞', '晚上十点半', '2026-11-22T22:30', null],
  ['昨天夜里23:40', '昨天夜里23:40', '2026-11-21T23:40', null],
  ['去年3月份搬来', '去年3月份', '2025-03-01', '2025-03-31'],
  ['今年6月底交房', '今年6月底', '2026-06-21', '2026-06-30'],
  ['晚上11点到凌晨2点最吵', '晚上11点到凌晨2点', '2026-11-22T23:00', '2026-11-23T02:00'],
  ['月底发工资', '月底', '2026-11-21', '2026-11-30'],
])('hears when in %s', (text, said, from, to) => {
  expect(timesIn(text, NOW)[0]).toEqual({ said, from, to })
})

it.each([
  '3栋2单元501室',
  '我提三点要求',
  '15号楼门口',
  '五一路和解放路口',
  '一共花了2.5元',
  '第3点也没做到',
  '坐11路到站',
  '13月40日',
])('takes nothing for a time in %s', (text) => {
  expect(timesIn(text, NOW)).toEqual([])
})

it('hears several, and of a text of any letters never a day that is none', () => {
  expect(timesIn('昨天下午3点报的，今天上午还没人来，说周五前弄好', NOW).map(({ said }) => said)).toEqual([
    '昨天下午3点',
    '今天上午',
    '周五',
  ])
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...'上下个月周日号年前后农历腊初十二三四晚早点半分到0123456789:-'), {
        maxLength: 40,
      }),
      (letters) => {
        for (const { from, to } of timesIn(letters.join(''), NOW))
          for (const one of [from, to])
            if (one)
              expect(new Date(`${one.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(
                one.slice(0, 10),
              )
      },
    ),
  )
})

it('knows the lunar calendar as another table prints it', () => {
  // A few years tell as much of a change of one thing.
  const last = process.env['MUTANTS'] ? '2024-01-01' : '2041-01-01'
  for (let day = '2021-01-01'; day < last; day = addDays(day, 1)) {
    const { lunarMon, lunarDay, isLeap } = getLunarDate(day)
    if (!isLeap) expect(lunarDays(day, lunarMon, lunarDay).last).toBe(day)
  }
})
