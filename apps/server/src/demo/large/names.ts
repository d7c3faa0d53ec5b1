/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of a list that is not empty. */
export function oneOf<T>(random: () => number, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

const FIRST =
  '翠竹 金桂 碧波 紫薇 春晖 清泉 枫林 荷香 兰亭 松涛 银杏 锦绣 望江 听雨 云栖 明月 朝霞 安居'.split(' ')
const SECOND = '小区 花园 苑 家园 新村 公寓 佳苑 名邸'.split(' ')
const COMMUNITIES = '桃源 柳苑 梅岭 竹溪 东塘 北湖 南桥 西坪 石泉 青云 白鹭 龙湾'.split(' ')
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢',
]
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文辉玲春海波雪琴']
const NUMERALS = [...'零一二三四五六七八九']

/** Names of compounds, no two alike: after the plain ones come those with a phase. */
export function compoundName(index: number): string {
  const plain = FIRST.length * SECOND.length
  const name = `${FIRST[index % FIRST.length]}${SECOND[Math.floor(index / FIRST.length) % SECOND.length]}`
  const phase = Math.floor(index / plain)
  return phase === 0 ? name : `${name}${chineseNumber(phase + 1)}期`
}

export const communityName = (index: number): string => {
  const name = COMMUNITIES[index % COMMUNITIES.length]
  const round = Math.floor(index / COMMUNITIES.length)
  return `${name}${round === 0 ? '' : chineseNumber(round + 1)}社区`
}

export const personName = (random: () => number): string =>
  oneOf(random, SURNAMES) + oneOf(random, GIVEN) + (random() < 0.7 ? oneOf(random, GIVEN) : '')

/** 1 to 9,999 as people write it: 十二, 一百零五. */
export function chineseNumber(number: number): string {
  const digits = [...String(number)].map(Number)
  const words = digits.map((digit, at) => {
    const unit = ['', '十', '百', '千'][digits.length - 1 - at] ?? ''
    return digit === 0 ? '零' : `${NUMERALS[digit]}${unit}`
  })
  return words
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?<=.)零$/, '')
    .replace(/^一十/, '十')
}

/** Digits read one by one: 203 is 二〇三. */
export const chineseDigits = (digits: string): string =>
  digits.replace(/\d/g, (digit) => (digit === '0' ? '〇' : (NUMERALS[Number(digit)] ?? digit)))
