import type { Chance } from './chance.ts'

/** What people write along the way. Plain sentences of our own; `{item}` stands for the item's name. */
const REPLIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /changeBulb/,
    [
      '灯泡已换成 9 瓦 LED，试过两次，亮度正常。旧灯泡已带走。',
      '换了灯泡，灯座接触片也一并拨正，老人说亮堂多了。',
    ],
  ],
  [
    /waterRepair/,
    [
      '水龙头阀芯老化，已换新阀芯，关紧后不再滴水。',
      '软管接头松动，已换密封圈并拧紧，观察二十分钟没有渗水。',
    ],
  ],
  [
    /powerRepair/,
    ['插座内部烧黑，断电后已更换，通电测试正常。', '开关接触不良，已换新开关，提醒老人不要插大功率电器。'],
  ],
  [
    /unclogDrain|blockedSewer/,
    ['已疏通，取出一团头发和布条，下水恢复正常。', '用疏通机清了两遍，现在排水通畅，地面也冲洗过了。'],
  ],
  [/lockRepair/, ['锁芯卡住，已清理并上油，三把钥匙都能开。', '门锁已换锁芯，新钥匙当面交给了本人。']],
  [
    /streetLamp|Door|manhole|road|Road|lift|Outage/,
    ['已派人到场处理，现在恢复正常，前后照片附上。', '现场已修复，我们会再来复查一次。'],
  ],
  [
    /garbage|Waste|Posters|pest|rubbish/,
    ['已清运干净，地面冲洗过，并和保洁约好每天多看一次。', '已清理完毕，投放点贴了提示，请大家一起维护。'],
  ],
  [
    /medicine|prescription/,
    ['药已按处方取回，当面清点，票据和零钱都交给了本人。', '药已送到，用法写在盒子上，老人复述了一遍。'],
  ],
  [/shopping|meal|parcel/, ['东西已送到家门口，数量和小票当面对过。', '已送到，帮着搬进了屋，本人点过数。']],
  [
    /hospital|discharge/,
    ['已陪同办完，检查单和缴费单都交回本人，下次复诊时间也记好了。', '一路陪到家，医嘱念给老人听了两遍。'],
  ],
  [
    /friendlyVisit|elderUnreachable|counselling/,
    [
      '上门坐了一会儿，聊得挺好，老人精神不错，约好下周再来。',
      '已见到本人，平安，是手机静音了，铃声已调大。',
    ],
  ],
  [
    /bloodPressure|homeNursing|nailCare|rehabilitation/,
    [
      '已上门做完，数值记在本子上，略高，建议按时吃药、下周再量。',
      '已上门服务，本人没有不适，注意事项讲给家属听了。',
    ],
  ],
  [
    /noise|parking|mediation|property|Fumes/,
    ['已到现场了解，和双方说开了，约定了时间和位置，三天后再来看。', '已上门沟通，对方表示理解并当场改正。'],
  ],
  [
    /Allowance|Insurance|Living|Relief|Card|Check|Permit|Registration|form/,
    [
      '材料已帮着备齐并交到窗口，受理回执当面交给本人。',
      '已在网上提交，进度可以凭回执号查，有消息我们再打电话。',
    ],
  ],
]
const PLAIN_REPLIES = [
  '您说的{item}已经办好，过程跟您说过了，有问题随时再找我们。',
  '{item}一事已处理完毕，现场看过，现在一切正常。',
  '已上门办妥{item}，本人看过说可以。',
] as const

const PROGRESS = [
  '已经到现场看过，缺一个配件，下午送来就装。',
  '联系上了，约好今天晚些时候过去。',
  '正在办，还差一道手续，办好马上告诉您。',
  '材料已经交上去了，窗口说当天能出结果。',
] as const
const SENT_BACK = [
  '回复太简单，请写清楚做了什么、结果怎样。',
  '照片看不出办理后的样子，请补一张清楚的。',
  '没有写和诉求人怎么约的，请补充后再交。',
] as const
const REWORK = [
  '回访时诉求人说第二天又坏了，请再上门看看。',
  '诉求人说只办了一半，请补办剩下的部分。',
  '诉求人不满意处理的时间，请重新约好再去。',
] as const
const GOOD = [
  '来得快，人也客气，谢谢。',
  '办得很好，还帮忙把地擦了。',
  '说到做到，放心。',
  '小伙子很细心，教会我了。',
  '谢谢社区，老人很高兴。',
] as const
const FAIR = ['办好了，就是等得久了一点。', '可以，下次能提前打个电话更好。'] as const
const POOR = ['第二天又坏了，没有彻底解决。', '只办了一半，还得再来。'] as const
const ANSWERS = [
  '您问的事按现行规定可以办，带身份证和户口簿到社区窗口，当场受理；行动不便的可以约上门。',
  '这项工作已经在安排，具体时间会贴在楼下公告栏，也会在群里通知。',
  '谢谢您的建议，已经记下来，下个月议事会上会逐条答复，请留意公告。',
  '办理不收费，线上线下都可以，需要帮忙填表可以随时来。',
] as const
const SOURCES = ['社区服务事项清单', '街道办事指南', '区级公开办事规程'] as const
const REFUSALS = [
  { reason: 'litigation', channel: '这件事法院正在审理，请按开庭通知办理；需要法律援助可到区法律援助中心。' },
  { reason: 'disclosure', channel: '请向区政府信息公开办公室提出公开申请，窗口在政务中心一楼。' },
  { reason: 'decided', channel: '上次已有书面答复且没有新情况，如有新材料可以随时补充再提。' },
  { reason: 'outsideDuties', channel: '这属于双方的买卖约定，请先找商家协商，或拨打消费者投诉电话。' },
] as const
const CALLS = ['响铃无人接，晚些再打。', '电话占线，稍后再试。', '无人接听，已发短信留言。'] as const

export const words = {
  reply: (chance: Chance, item: string | null, name: string): string => {
    const own = REPLIES.find(([keys]) => item !== null && keys.test(item))?.[1]
    return chance.pick('reply', own ?? PLAIN_REPLIES).replaceAll('{item}', name)
  },
  progress: (chance: Chance) => chance.pick('progress', PROGRESS),
  sentBack: (chance: Chance) => chance.pick('sentBack', SENT_BACK),
  rework: (chance: Chance) => chance.pick('rework', REWORK),
  comment: (chance: Chance, score: number) =>
    chance.pick('comment', score >= 4 ? GOOD : score === 3 ? FAIR : POOR),
  answer: (chance: Chance) => ({
    answer: chance.pick('answer', ANSWERS),
    source: chance.pick('source', SOURCES),
  }),
  refusal: (chance: Chance) => chance.pick('refusal', REFUSALS),
  call: (chance: Chance) => chance.pick('call', CALLS),
  /** The public story of an order, without anything personal: from the item alone. */
  story: (chance: Chance, item: string | null, name: string) => ({
    title: `${name}：办好了`.slice(0, 60),
    need: `一位邻居提出“${name}”，希望有人帮忙看看。`,
    outcome: words.reply(chance, item, name).replace(/老人|本人/g, '邻居'),
  }),
}
