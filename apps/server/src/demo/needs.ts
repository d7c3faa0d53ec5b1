import type { CatalogueItem, Door, Kind } from '@linli/contract'

/** A need in a neighbour's own words. Without `item` the intake officer finds it; `fits` is what the officer would choose. */
export type Need = {
  readonly item?: string
  readonly fits?: string
  readonly kind?: Kind
  readonly text: string
  /** Doors it believably comes by besides the phone screen. */
  readonly by?: readonly Door[]
  readonly photo?: boolean
}

const phoneToo: readonly Door[] = ['hand', 'hand', 'telephone', 'proxy']
const seen: readonly Door[] = ['hand', 'hand', 'gridReport']
const desk: readonly Door[] = ['hand', 'telephone', 'counter']

/** What neighbours ask for: written for the demo town, nobody's real words. */
const WRITTEN: readonly Need[] = [
  {
    item: 'changeBulb',
    by: phoneToo,
    photo: true,
    text: '客厅的灯泡坏了两天，我八十一了不敢爬凳子，想请人来换一个。',
  },
  {
    item: 'changeBulb',
    by: phoneToo,
    text: '厨房灯一闪一闪的，晚上切菜看不清，麻烦师傅带个灯泡来，钱我照付。',
  },
  { item: 'changeBulb', photo: true, text: '过道吸顶灯不亮了，老伴起夜怕摔，能不能今天来看看？' },
  {
    item: 'waterRepair',
    by: phoneToo,
    photo: true,
    text: '洗菜池的水龙头关不紧，一晚上接了一盆水，听着心疼。',
  },
  { item: 'waterRepair', photo: true, text: '马桶水箱一直进水停不下来，水表转个不停，求助。' },
  { item: 'waterRepair', photo: true, text: '阳台洗衣机下面的管子接头渗水，楼下已经来敲过门了。' },
  { item: 'powerRepair', photo: true, text: '卧室插座插上就跳闸，电热毯不敢用，天凉了怕老人受冻。' },
  { item: 'powerRepair', by: phoneToo, text: '厨房开关按下去冒火星，我把总闸拉了，家里现在没灯。' },
  { item: 'unclogDrain', by: phoneToo, text: '卫生间地漏堵了，洗个澡水漫到门口，自己掏了半天没掏通。' },
  { item: 'unclogDrain', photo: true, text: '厨房下水很慢，倒热水和碱面也不管用，想请人通一下。' },
  { item: 'lockRepair', by: phoneToo, text: '大门钥匙断在锁里了，人在屋里出不去，年纪大了心里慌。' },
  { item: 'lockRepair', text: '防盗门锁舌弹不回去，晚上关不严，睡不踏实。' },
  { item: 'furnitureRepair', text: '碗柜门合页掉了，门板歪着，怕砸到孩子。' },
  { item: 'furnitureRepair', by: phoneToo, text: '餐桌腿松了，一坐就晃，想请会木工的邻居帮着紧一紧。' },
  { item: 'applianceRepair', text: '电视只有雪花没有台，遥控器按了也没反应，老人就靠它解闷。' },
  { item: 'applianceRepair', text: '冰箱不制冷了，里面的药要冷藏，麻烦尽快来看一下。' },
  { item: 'grabRail', photo: true, text: '我妈腿脚不便，卫生间想装一根扶手，材料我们已经买好了。' },
  { item: 'windowScreen', text: '纱窗破了个洞，蚊子往里钻，我够不着，想请人帮忙换纱。' },
  { item: 'smokeAlarm', text: '社区发的烟感没电了一直叫，老人不会换电池。' },
  {
    item: 'medicineDelivery',
    by: phoneToo,
    text: '降压药今早吃完了，脚扭伤下不了楼，药店就在路口，麻烦帮我带两盒。',
  },
  { item: 'medicineDelivery', text: '医院开的中药代煎好了要去取，我在家看孙子走不开。' },
  { item: 'shopping', by: phoneToo, text: '下雨路滑不敢出门，想请人代买一斤排骨、两把青菜、一袋盐。' },
  { item: 'shopping', text: '家里米吃完了，十公斤的我提不动，能不能帮忙买一袋送上来？' },
  { item: 'parcelPickup', text: '快递柜里有个大件，二十多斤，我一个人搬不上五楼。' },
  { item: 'parcelPickup', by: phoneToo, text: '孩子寄来的奶粉到驿站了，取件码我抄在纸上，想请人帮拿一下。' },
  { item: 'billPayment', by: phoneToo, text: '电费单子看不懂，手机不会交，怕停电，想请人教我或者代交。' },
  { item: 'formHelp', by: desk, text: '孙子上学要填一张表，字太小我看不清，想请人帮忙填。' },
  { item: 'rubbishCarry', by: phoneToo, text: '做完手术不能提重，家里垃圾攒了两天，麻烦帮忙带下楼。' },
  { item: 'heavyCarry', text: '要把一个旧衣柜从里屋挪到门口，家里没有年轻人。' },
  { item: 'mealDelivery', by: phoneToo, text: '这两天感冒发烧做不了饭，助餐点的饭能不能帮忙送到家？' },
  { item: 'prescriptionRefill', text: '每个月都要配慢病药，这个月腿疼走不了，处方和卡都在家里。' },
  { item: 'haircut', by: phoneToo, text: '老伴卧床半年了，头发长得难受，想请师傅上门理个发。' },
  {
    item: 'hospitalCompanion',
    by: phoneToo,
    text: '后天上午去医院复查，要抽血还要拍片，一个人楼上楼下弄不清，想有人陪。',
  },
  { item: 'nailCare', text: '脚趾甲厚得自己剪不动，眼睛也花，想请懂护理的人来剪一下。' },
  { item: 'homeCleaning', text: '九十岁的父亲一个人住，玻璃很久没擦了，想请志愿者来搞一次卫生。' },
  { item: 'friendlyVisit', by: phoneToo, text: '孩子都在外地，一天到晚没人说话，有空的话来坐坐就好。' },
  { item: 'bloodPressure', by: phoneToo, text: '早上起来头有点晕，家里血压计坏了，能来帮我量一下吗？' },
  {
    item: 'elderUnwell',
    by: ['telephone'],
    text: '老人在卫生间滑了一跤，坐在地上起不来，人是清醒的，请快来人扶一把。',
  },
  {
    item: 'elderUnreachable',
    by: phoneToo,
    text: '打我妈电话一上午没人接，她一个人住，麻烦先上门敲敲门看看。',
  },
  { item: 'phoneTeaching', text: '手机没声音了，孙子视频打不进来，想请人教教我怎么弄。' },
  { item: 'phoneTeaching', by: phoneToo, text: '医保电子凭证不会弄，去看病总要求人，想学会它。' },
  { item: 'hospitalBooking', by: phoneToo, text: '眼睛看东西模糊，网上挂号点不明白，想请人帮我约个眼科。' },
  { item: 'knifeGrinding', text: '家里两把菜刀都钝了，听说志愿者会磨刀，什么时候来？' },
  { item: 'mending', text: '棉裤拉链坏了，冬天就这一条，想请会缝纫的邻居换一下。' },
  { item: 'quiltAiring', text: '这几天出太阳，想晒晒被子，可是我抱不动也下不了楼。' },
  { item: 'dischargeEscort', text: '周三出院，家人赶不回来，从医院到家想有人接一下。' },
  { item: 'petMinding', text: '要住院一个星期，家里的老猫没人喂，想托邻居照看几天。' },
  { item: 'streetLamp', by: seen, photo: true, text: '小区东门进来第二盏路灯不亮了，晚上接孩子黑漆漆的。' },
  { item: 'streetLamp', by: seen, photo: true, text: '河边步道一排路灯灭了三盏，散步的老人多，容易绊倒。' },
  { item: 'manholeCover', by: seen, photo: true, text: '菜场门口的井盖松了，车一过咣当响，怕有人踩空。' },
  { item: 'roadDamage', by: seen, photo: true, text: '楼前人行道的砖翘起来好几块，昨天一位阿姨绊了一跤。' },
  {
    item: 'roadFlooding',
    by: seen,
    photo: true,
    text: '一下雨地下车库坡道口就积水，水没过鞋面，排水口像是堵了。',
  },
  {
    item: 'blockedSewer',
    by: seen,
    photo: true,
    text: '单元门口的污水井往外冒，味道很大，孩子上学都要踮着脚走。',
  },
  { item: 'waterOutage', by: desk, text: '五楼以上从昨晚开始没有水，一楼是有的，是不是水泵出了问题？' },
  { item: 'powerOutage', by: desk, text: '我们这一单元突然停电，隔壁单元有电，冰箱里还有药。' },
  { item: 'liftFault', by: seen, text: '电梯运行时抖得厉害，停层不准，老人不敢坐了。' },
  { item: 'entranceDoor', by: seen, photo: true, text: '单元门闭门器坏了，门整天敞着，推销的随便进。' },
  {
    item: 'barrierFree',
    by: seen,
    photo: true,
    text: '社区门口的坡道有个大缺口，轮椅推不上去，只能绕一大圈。',
  },
  {
    item: 'fitnessEquipment',
    by: seen,
    photo: true,
    text: '健身角的漫步机踏板断了一边，小孩爱上去玩，很危险。',
  },
  { item: 'garbagePile', by: seen, photo: true, text: '垃圾亭旁边堆了一大堆袋子，三天没人收，苍蝇乱飞。' },
  { item: 'bulkyWaste', by: seen, photo: true, text: '楼道口丢了一张旧沙发，挡着消防栓，不知道是谁家的。' },
  { item: 'greenery', by: seen, photo: true, text: '樟树枝伸到三楼窗户了，刮风就打玻璃，请修剪一下。' },
  {
    item: 'illegalPosters',
    by: seen,
    photo: true,
    text: '楼梯间墙上又贴满了通下水、开锁的小广告，刚粉刷过的。',
  },
  {
    item: 'noise',
    kind: 'complaint',
    by: desk,
    text: '广场舞音响放到晚上九点半，孩子要考试，能不能商量把声音调小？',
  },
  { item: 'noise', kind: 'complaint', text: '楼上装修中午也在钻，老人心脏不好，希望能按规定时间施工。' },
  {
    item: 'cookingFumes',
    kind: 'complaint',
    by: desk,
    text: '楼下新开的烧烤店油烟直往家里灌，窗户都不敢开。',
  },
  { item: 'fireLane', by: seen, photo: true, text: '消防通道上天天停着私家车，救护车进来过一次差点没过去。' },
  {
    item: 'unsafeCharging',
    by: seen,
    photo: true,
    text: '有人从四楼拉了根电线下来给电动车充电，下雨天吓人。',
  },
  { item: 'parking', by: desk, text: '下班回来没有一个空位，能不能把旁边那块空地划成临时停车？' },
  {
    item: 'propertyComplaint',
    kind: 'complaint',
    by: desk,
    text: '楼道灯报修两个星期了，物业每次都说下周，请帮忙催一催。',
  },
  { item: 'mediation', by: desk, text: '楼上卫生间漏水泡了我家天花板，说了几次都谈不拢，想请社区来评评理。' },
  { item: 'pensionCheck', by: desk, text: '养老金认证要刷脸，手机老是识别不了，来窗口能办吗？' },
  { item: 'elderAllowance', by: desk, text: '我父亲下个月满八十，高龄津贴要带什么材料、到哪里办？' },
  {
    item: 'residentInsurance',
    kind: 'consultation',
    by: desk,
    text: '居民医保今年什么时候开始交？外地户口的孩子能不能在这里参保？',
  },
  {
    item: 'schoolEnrolment',
    kind: 'consultation',
    by: desk,
    text: '我们住的这栋楼划到哪所小学？报名要准备哪些证件？',
  },
  { item: 'vaccination', kind: 'consultation', text: '今年的流感疫苗老人免费吗？在哪里打、要不要预约？' },
  {
    item: 'fraudAdvice',
    kind: 'consultation',
    by: ['telephone'],
    text: '有人打电话说我的医保卡被冻结，要我转钱解冻，是不是骗子？',
  },
  { item: 'jobHelp', by: desk, text: '四十八岁下岗半年了，做过仓库管理，想请社区帮忙介绍工作。' },
  { item: 'counselling', text: '老伴走了以后一直睡不好，不想让孩子担心，想找个人说说话。' },
  { item: 'afterSchool', by: desk, text: '夫妻俩都上班到六点，孩子四点半放学没地方去，还能报名吗？' },
  { item: 'equipmentLoan', by: desk, text: '我爸骨折刚出院，想借一副轮椅用两个月。' },
  { item: 'bathing', text: '母亲偏瘫，自己给她洗澡实在抱不动，听说有助浴服务。' },
  {
    item: 'volunteerEnvironment',
    by: ['hand', 'counter'],
    photo: true,
    text: '想组织大家周末一起清一清河边的垃圾，请帮忙发给志愿者。',
  },
  { fits: 'venueBooking', text: '我们合唱队想每周三下午借活动室练歌，十五个人左右。' },
  {
    fits: 'propertyLiaison',
    by: desk,
    photo: true,
    text: '二楼到三楼的楼梯扶手松动，老人不敢扶，公家的地方该找谁修？',
  },
  { fits: 'strayAnimals', photo: true, text: '小区里最近多了几条没牵绳的狗，早上追着买菜的人跑。' },
  {
    kind: 'suggestion',
    fits: 'parking',
    text: '建议在菜场门口画几个电动车停车位，现在停得乱，推婴儿车过不去。',
  },
  { kind: 'suggestion', fits: 'canteen', text: '建议社区食堂晚上也开，很多老人中午打一份分两顿吃。' },
  {
    kind: 'praise',
    fits: 'volunteerElders',
    text: '昨天志愿者小伙子陪我母亲看病跑上跑下，想谢谢他，也谢谢社区。',
  },
  {
    kind: 'consultation',
    fits: 'legalAid',
    by: desk,
    text: '房东不退押金，合同上也没写清楚，这种情况该找哪里？',
  },
]

/** How people begin and end; empty ones are the most usual. */
export const OPENINGS = ['', '', '', '您好，', '麻烦社区的同志：', '打扰了，', '请问一下，'] as const
export const CLOSINGS = [
  '',
  '',
  '',
  '谢谢！',
  '什么时候能来，提前打个电话就行。',
  '白天家里都有人。',
  '不急，方便的时候来。',
  '麻烦尽快。',
] as const

/** So many needs at least, so that a town does not keep saying the same. */
const ENOUGH = 60

/**
 * What neighbours ask for in a place: the needs written here that its catalogue has, its items' own examples, and, where
 * that is little, a plain sentence from an item's by-name.
 */
export function needsOf(items: readonly CatalogueItem[]): Need[] {
  const known = new Set(items.map(({ key }) => key))
  const written = WRITTEN.filter(({ item, fits }) => known.has(item ?? fits ?? ''))
  const told = new Set(written.map(({ item, fits }) => item ?? fits))
  const own = items.flatMap(({ key, kind, example }) => (example ? [{ item: key, kind, text: example }] : []))
  const plain = items
    .filter(({ key, example }) => !told.has(key) && !example)
    .map(({ key, kind, name, alias }) => ({
      item: key,
      kind,
      text: `我家这边${alias[0] ?? name.zh}，想请人来帮着看看。`,
    }))
  const good = [...written, ...own]
  return [...good, ...plain.slice(0, Math.max(0, ENOUGH - good.length))]
}
