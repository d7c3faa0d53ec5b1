import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasCheckDigit, holdsPersonalData, masked, personalSpots } from './redact.ts'

const NAMES = ['王小明']
const found = (text: string) =>
  personalSpots(text, NAMES).map(({ from, to, kind }) => [kind, text.slice(from, to)])

describe('texts for the public', () => {
  it.each([
    ['phone', '打我电话19900001234就行', '19900001234'],
    ['phone', '电话 199 0000 1234', '199 0000 1234'],
    ['phone', '199-0000-1234', '199-0000-1234'],
    ['phone', '手机１９９００００１２３４', '１９９００００１２３４'],
    ['phone', '一九九零零零零一二三四', '一九九零零零零一二三四'],
    ['phone', '幺九九洞洞洞洞幺两三四，找我', '幺九九洞洞洞洞幺两三四'],
    ['phone', '+86 19900001234', '+86 19900001234'],
    ['phone', '1 9 9 0 0 0 0 1 2 3 4', '1 9 9 0 0 0 0 1 2 3 4'],
    ['phone', '办公室0791-8612345', '0791-8612345'],
    ['phone', '办公室07918612345', '07918612345'],
    ['phone', '(0791) 8612 3456', '(0791) 8612 3456'],
    ['idNumber', '证号36010319400101123X', '36010319400101123X'],
    ['idNumber', '11010519491231002X是我的', '11010519491231002X'],
    ['idNumber', '110105 19491231 002x', '110105 19491231 002x'],
    ['idNumber', '老证110105491231002', '110105491231002'],
    ['bankCard', '卡号6222 0212 3456 7890 123', '6222 0212 3456 7890 123'],
    ['bankCard', '打到4111111111111111', '4111111111111111'],
    ['plate', '赣A12345堵了门', '赣A12345'],
    ['plate', '白色赣F·D12345占道', '赣F·D12345'],
    ['plate', '粤B2345学', '粤B2345学'],
    ['room', '3栋2单元501室漏水', '3栋2单元501室'],
    ['room', '12号楼1202室', '12号楼1202室'],
    ['room', '3 栋 2 单元 501 室', '3 栋 2 单元 501 室'],
    ['room', '三栋二单元五〇一', '三栋二单元五〇一'],
    ['room', '米兰春天G2栋320', 'G2栋320'],
    ['room', '住3-2-501的', '3-2-501'],
    ['room', '２栋３０２室', '２栋３０２室'],
    ['room', '2单元402', '2单元402'],
    ['account', '微信号：abc_12345', '微信号：abc_12345'],
    ['account', 'QQ 123456789', 'QQ 123456789'],
    ['account', '写到 some.one@example.cn', 'some.one@example.cn'],
    ['name', '感谢王小明帮忙', '王小明'],
  ])('finds a %s in %s', (kind, text, said) => {
    expect(found(text)).toEqual([[kind, said]])
    expect(holdsPersonalData(['好的', text], NAMES)).toBe(true)
    expect(masked(text, personalSpots(text, NAMES))).not.toContain(said)
  })

  it.each([
    '楼道灯坏了，志愿者当天换好。',
    '全程用时30分钟，共3人参加。',
    '花了1200元换水管',
    '工单260115-00042-4',
    '3栋2单元的灯都不亮',
    '5栋200多户没有水',
    '2019年8月18日14:44停电',
    '每平方米3500元，共1234567元',
    '一共二十三户，第三栋到第五栋',
    '3号楼到5号楼之间的路灯',
    '国发〔2019〕12号文件',
    '8月18日到20日',
    'GB/T 11643-1999',
    '2000房租太高',
    '公交101路、202路',
  ])('takes %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('finds any one of the names, in any of the texts, and everything in one', () => {
    expect(holdsPersonalData(['谢谢', '李四来过'], ['王小明', '李四'])).toBe(true)
    expect(holdsPersonalData(['谢谢'], ['王小明', '李四'])).toBe(false)
    const text = '王小明住3栋2单元501室，电话19900001234，车赣A12345。'
    expect(masked(text, personalSpots(text, NAMES))).toBe('（姓名）住（门牌），电话（电话），车（车牌）。')
  })

  it('does not take a single letter for a name', () => {
    expect(holdsPersonalData(['王阿姨很满意'], ['王'])).toBe(false)
  })

  it('knows the check digit of GB 11643 for every number, and that any other last digit is wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 17, maxLength: 17 }), (digits) => {
        const right = [...'0123456789X'].filter((last) => hasCheckDigit(digits.join('') + last))
        expect(right).toHaveLength(1)
      }),
    )
  })

  it('leaves nothing behind that it would find again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'19900001234 栋单元室-3501号楼赣A王小明QQ@.x'), { maxLength: 60 }),
        (letters) => {
          const text = letters.join('')
          expect(holdsPersonalData([masked(text, personalSpots(text, NAMES))], NAMES)).toBe(false)
        },
      ),
    )
  })
})
