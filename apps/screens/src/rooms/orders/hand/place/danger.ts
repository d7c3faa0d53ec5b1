/** Words of danger to life, and the number that helps faster than any order. */
const DANGERS = [
  {
    number: '119',
    words: [
      '着火',
      '起火',
      '失火',
      '火灾',
      '冒烟',
      '漏气',
      '煤气味',
      '燃气味',
      '天然气味',
      '电梯困人',
      '困在电梯',
    ],
  },
  {
    number: '120',
    words: [
      '昏迷',
      '晕倒',
      '叫不醒',
      '喘不上气',
      '胸口疼',
      '大出血',
      '摔伤',
      '中毒',
      '自杀',
      '轻生',
      '不想活',
    ],
  },
  {
    number: '110',
    words: [
      '打人',
      '打架',
      '家暴',
      '持刀',
      '砍人',
      '抢劫',
      '小偷',
      '失踪',
      '走失',
      '走散',
      '自杀',
      '轻生',
      '不想活',
    ],
  },
] as const

/** The emergency numbers that a text calls for, in the order of fire, doctor, police. */
export const dangerNumbers = (text: string): string[] =>
  DANGERS.filter(({ words }) => words.some((word) => text.includes(word))).map(({ number }) => number)
