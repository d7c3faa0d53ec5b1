import { expect, it } from 'vitest'
import { peopleIn } from './people.ts'

it.each([
  // said, whom, why
  ['我叫王建国，住在阳光小区', '王建国', 'introduced'],
  ['我是张秀英，电话没变', '张秀英', 'introduced'],
  ['本人李志强，男', '李志强', 'introduced'],
  ['姓名：刘海', '刘海', 'introduced'],
  ['姓名 陈晓燕，65岁', '陈晓燕', 'introduced'],
  ['联系人：欧阳娜，晚上在家', '欧阳娜', 'introduced'],
  ['联系人：欧阳娜娜', '欧阳娜娜', 'introduced'],
  ['我母亲周桂兰今年八十', '周桂兰', 'introduced'],
  ['我妈叫吴玉梅，走丢了', '吴玉梅', 'introduced'],
  ['户主徐金生的门锁坏了', '徐金生', 'introduced'],
  ['患者何平在家', '何平', 'introduced'],
  ['邻居万芳家漏水', '万芳', 'introduced'],
  ['孩子叫赵一鸣，上三年级', '赵一鸣', 'introduced'],
  ['丈夫是黄伟，在外打工', '黄伟', 'introduced'],
  ['老人名叫郑福生', '郑福生', 'introduced'],
  ['楼下的刘大爷三天没出门', '刘大爷', 'called'],
  ['李阿姨跳舞太吵', '李阿姨', 'called'],
  ['请帮帮欧阳奶奶', '欧阳奶奶', 'called'],
  ['找王师傅来修', '王师傅', 'called'],
  ['三楼的陈先生', '陈先生', 'called'],
  ['隔壁邱女士说的', '邱女士', 'called'],
  ['谢谢李秀英阿姨', '李秀英阿姨', 'called'],
  ['司马老师教得好', '司马老师', 'called'],
  ['杨某打人', '杨某', 'called'],
  ['钟某某欠薪', '钟某某', 'called'],
  ['袁婆婆摔了一跤', '袁婆婆', 'called'],
  ['段医生态度好', '段医生', 'called'],
  ['肖老板不退钱', '肖老板', 'called'],
  ['宋大姐家没人', '宋大姐', 'called'],
  ['老张家的狗', '老张', 'called'],
  ['小李说修不好', '小李', 'called'],
  ['曹老太太腿脚不便', '曹老太太', 'called'],
] as const)('sees whom %s means', (text, said, why) => {
  expect(peopleIn(text)).toContainEqual({ said, why })
})

it.each([
  '尊敬的胡书记您好',
  '马路上车辆乱停，路灯也不亮',
  '小区的高层没有水',
  '老房子漏水，管道严重老化',
  '明天应该安排人来',
  '周末施工到凌晨',
  '我是业主，住在阳光城',
  '小时候就在这里',
  '请李局长关注',
  '周围的商铺占道',
])('takes nobody for a person in %s', (text) => {
  expect(peopleIn(text)).toEqual([])
})

it('takes what a dictionary tags as a name for a hint, and a known place for none', () => {
  expect(peopleIn('阳光城的李秀英', ['阳光城', '李秀英'])).toEqual([{ said: '李秀英', why: 'looksLikeName' }])
  expect(peopleIn('石碑村', ['石碑村'], ['石碑村'])).toEqual([])
  expect(peopleIn('路灯不亮', ['路灯'])).toEqual([])
})
