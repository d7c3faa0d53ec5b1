import type { CatalogueItem } from '@linli/contract'

/** An item without what only the place knows: its list, its unit, its source. */
type CommonItem = Omit<CatalogueItem, 'list' | 'unit' | 'source'>

const ordinary = {
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  photoNeedsPlace: false,
} as const satisfies Partial<CommonItem>
/** Offered to helpers by the policy itself, so that nobody waits for the desk. */
const offered = { ...ordinary, grabbable: true, automatic: true } as const
const atHome = { ...offered, homeEntry: true } as const
/** Read by the community first; one person takes it, and what is not done in time goes back. */
const wish = { ...ordinary, grabbable: true, returnsToPool: true } as const
/** Seen in a public place. */
const outside = { ...ordinary, evidence: ['afterPhoto'], photoNeedsPlace: true } as const
/** 自办自结: small enough for the grid worker to settle on the spot, with photos to show it. */
const onTheSpot = { ...outside, selfHandled: true, evidence: ['beforePhoto', 'afterPhoto'] } as const

/** What people ask for anywhere, once; a place lists what it takes on and says where from. */
export const common = {
  changeBulb: {
    ...atHome,
    key: 'changeBulb',
    name: { zh: '换灯泡', en: 'Change a light bulb' },
    alias: ['灯不亮', '灯泡坏了', '家里黑'],
  },
  waterRepair: {
    ...atHome,
    key: 'waterRepair',
    skill: 'plumbing',
    urgency: 'prompt',
    evidence: ['beforePhoto', 'afterPhoto'],
    name: { zh: '水龙头水管小修', en: 'Small water repair' },
    alias: ['水龙头漏水', '水管滴水', '马桶漏水'],
  },
  powerRepair: {
    ...atHome,
    key: 'powerRepair',
    skill: 'electrics',
    urgency: 'prompt',
    name: { zh: '电路小修', en: 'Small electrical repair' },
    alias: ['跳闸', '插座没电', '开关坏了'],
  },
  haircut: {
    ...atHome,
    key: 'haircut',
    skill: 'haircutting',
    name: { zh: '上门理发', en: 'A haircut at home' },
    alias: ['剪头发', '理个发', '卧床理发'],
  },
  medicineDelivery: {
    ...atHome,
    key: 'medicineDelivery',
    urgency: 'prompt',
    name: { zh: '代买药品', en: 'Fetching medicine' },
    alias: ['药吃完了', '帮买药', '取药'],
  },
  shopping: {
    ...offered,
    key: 'shopping',
    name: { zh: '代购日用品', en: 'Shopping for somebody' },
    alias: ['帮买菜', '买米买油', '帮带东西'],
  },
  parcelPickup: {
    ...offered,
    key: 'parcelPickup',
    name: { zh: '代收快递', en: 'Collecting a parcel' },
    alias: ['帮取快递', '快递太重', '包裹没人拿'],
  },
  hospitalCompanion: {
    ...offered,
    key: 'hospitalCompanion',
    name: { zh: '陪同看病', en: 'Company to the hospital' },
    alias: ['陪去医院', '一个人看病', '陪复查'],
  },
  homeCleaning: {
    ...atHome,
    key: 'homeCleaning',
    name: { zh: '帮扫屋子', en: 'Cleaning a home' },
    alias: ['打扫卫生', '擦玻璃', '搞卫生'],
  },
  phoneTeaching: {
    ...offered,
    key: 'phoneTeaching',
    name: { zh: '教用手机', en: 'Help with a phone' },
    alias: ['手机不会用', '不会视频', '字太小'],
  },
  friendlyVisit: {
    ...atHome,
    key: 'friendlyVisit',
    name: { zh: '陪老人聊天', en: 'Company for an elder' },
    alias: ['没人说话', '想有人陪', '一个人闷'],
  },
  elderSitting: {
    ...atHome,
    key: 'elderSitting',
    name: { zh: '临时照看老人', en: 'Looking after an elder for a while' },
    alias: ['托老', '帮看一下老人', '出门半天老人没人管'],
    example: '我要去办半天事，母亲腿脚不便，想请人来家里陪着坐坐。',
  },
  childSitting: {
    ...offered,
    key: 'childSitting',
    name: { zh: '临时照看孩子', en: 'Looking after a child for a while' },
    alias: ['托幼', '帮接孩子', '放学没人管'],
    example: '周三我上夜班，孩子放学到七点这段没人看，想请人帮着看一会。',
  },
  homework: {
    ...offered,
    key: 'homework',
    skill: 'tutoring',
    name: { zh: '课业辅导', en: 'Help with homework' },
    alias: ['辅导作业', '补课', '作业不会'],
  },
  counselling: {
    ...offered,
    key: 'counselling',
    skill: 'counselling',
    name: { zh: '心理疏导', en: 'Somebody to talk to' },
    alias: ['睡不着', '心里难受', '想找人聊聊'],
  },
  legalAdvice: {
    ...ordinary,
    key: 'legalAdvice',
    kind: 'consultation',
    grabbable: true,
    skill: 'law',
    name: { zh: '法律咨询', en: 'Legal advice' },
    alias: ['合同纠纷', '想问律师', '打官司'],
  },
  wishStudyDesk: {
    ...wish,
    key: 'wishStudyDesk',
    name: { zh: '学习用品心愿', en: 'Things for studying' },
    alias: ['想要书桌', '缺文具', '想要课外书'],
    example: '孙女上三年级了，一直趴在茶几上写作业，想要一张小书桌。',
  },
  wishReadingGlasses: {
    ...wish,
    key: 'wishReadingGlasses',
    name: { zh: '老花镜心愿', en: 'Reading glasses' },
    alias: ['眼镜坏了', '想配老花镜'],
    example: '老花镜腿断了一年多，看药盒上的字要拿放大镜，想要一副新的。',
  },
  wishFestivalVisit: {
    ...wish,
    key: 'wishFestivalVisit',
    homeEntry: true,
    name: { zh: '节日探望', en: 'A visit on a festival' },
    alias: ['过节一个人', '想有人来过节'],
    example: '重阳节孩子回不来，想有人来家里吃顿饭、说说话。',
  },
  garbagePile: {
    ...onTheSpot,
    key: 'garbagePile',
    name: { zh: '零星垃圾清理', en: 'Litter' },
    alias: ['有垃圾', '地上脏', '垃圾没人扫'],
  },
  bulkyWaste: {
    ...onTheSpot,
    key: 'bulkyWaste',
    name: { zh: '楼道杂物清理', en: 'Things left in a stairwell' },
    alias: ['楼道堆东西', '杂物挡路', '旧家具占道'],
  },
  smallPosters: {
    ...onTheSpot,
    key: 'smallPosters',
    name: { zh: '小广告清除', en: 'Stickers and posters' },
    alias: ['小广告', '乱贴', '电梯口贴广告'],
  },
  bikeOrder: {
    ...onTheSpot,
    key: 'bikeOrder',
    name: { zh: '车辆摆放劝导', en: 'Vehicles left in the way' },
    alias: ['电动车乱停', '车挡路', '堵了单元门'],
  },
  streetLamp: {
    ...outside,
    key: 'streetLamp',
    name: { zh: '路灯不亮', en: 'A street lamp is out' },
    alias: ['路灯坏了', '路上太黑'],
  },
  roadDamage: {
    ...outside,
    key: 'roadDamage',
    name: { zh: '路面破损', en: 'A damaged road' },
    alias: ['路坑洼', '地砖松了', '走路绊脚'],
  },
  blockedSewer: {
    ...outside,
    key: 'blockedSewer',
    urgency: 'prompt',
    name: { zh: '污水外溢', en: 'Sewage overflow' },
    alias: ['下水道堵', '污水冒出来', '化粪池满'],
  },
  lowWater: {
    ...ordinary,
    key: 'lowWater',
    urgency: 'prompt',
    name: { zh: '水压低或停水', en: 'Low or no water' },
    alias: ['水压低', '没水了', '高楼没水'],
    example: '六楼早晚水龙头只滴水，洗澡都点不着火，请帮着问问水压。',
  },
  parkingSpace: {
    ...outside,
    key: 'parkingSpace',
    kind: 'suggestion',
    urgency: 'complex',
    name: { zh: '停车难', en: 'Nowhere to park' },
    alias: ['没地方停车', '车位不够', '乱停车'],
  },
  noise: {
    ...ordinary,
    key: 'noise',
    name: { zh: '噪声扰民', en: 'Noise' },
    alias: ['太吵', '广场舞吵', '夜里施工'],
  },
  publicHazard: {
    ...outside,
    key: 'publicHazard',
    urgency: 'prompt',
    evidence: ['beforePhoto', 'afterPhoto'],
    name: { zh: '公共安全隐患', en: 'A public hazard' },
    alias: ['有隐患', '墙皮脱落', '井盖松动'],
  },
  fireLane: {
    ...outside,
    key: 'fireLane',
    urgency: 'prompt',
    name: { zh: '消防通道占用', en: 'A blocked fire lane' },
    alias: ['消防通道堵了', '救火车进不来'],
  },
  unsafeCharging: {
    ...outside,
    key: 'unsafeCharging',
    urgency: 'prompt',
    name: { zh: '电动车违规充电', en: 'Unsafe charging' },
    alias: ['飞线充电', '楼道充电', '拉线充电'],
  },
  neighbourDispute: {
    ...ordinary,
    key: 'neighbourDispute',
    name: { zh: '邻里纠纷调解', en: 'A dispute between neighbours' },
    alias: ['邻居吵架', '漏水扯皮', '想请人调解'],
  },
  propertyLiaison: {
    ...ordinary,
    key: 'propertyLiaison',
    name: { zh: '物业服务问题', en: 'A matter of the property company' },
    alias: ['物业不管', '物业费问题', '找物业'],
  },
  stairLight: {
    ...outside,
    key: 'stairLight',
    name: { zh: '楼道灯不亮', en: 'A stairwell light is out' },
    alias: ['楼道灯坏', '楼梯黑'],
  },
  entranceDoor: {
    ...outside,
    key: 'entranceDoor',
    name: { zh: '单元门损坏', en: 'A broken entrance door' },
    alias: ['单元门坏了', '门禁打不开'],
  },
  liftFault: {
    ...outside,
    key: 'liftFault',
    urgency: 'prompt',
    name: { zh: '电梯故障', en: 'A lift out of order' },
    alias: ['电梯坏了', '电梯不走', '电梯有响声'],
  },
  greenCare: {
    ...outside,
    key: 'greenCare',
    name: { zh: '绿化养护', en: 'Care of the green' },
    alias: ['树枝挡窗', '草太高', '绿化没人管'],
  },
  certificateHelp: {
    ...ordinary,
    key: 'certificateHelp',
    name: { zh: '代开居住证明', en: 'A certificate of residence' },
    alias: ['开证明', '居住证明'],
  },
  residentInsurance: {
    ...ordinary,
    key: 'residentInsurance',
    name: { zh: '代缴居民医保', en: 'Paying medical insurance' },
    alias: ['交医保', '医保报销', '医保卡不能用'],
  },
  pensionCheck: {
    ...ordinary,
    key: 'pensionCheck',
    name: { zh: '代办养老认证', en: 'Pension check' },
    alias: ['养老金认证', '刷脸认证'],
  },
  minimumLiving: {
    ...ordinary,
    key: 'minimumLiving',
    name: { zh: '代办低保申请', en: 'Applying for minimum living' },
    alias: ['办低保', '困难补助'],
  },
  veteranAffairs: {
    ...ordinary,
    key: 'veteranAffairs',
    name: { zh: '退役军人事务', en: "Veterans' affairs" },
    alias: ['退伍优待证', '退役军人登记'],
  },
  jobHelp: {
    ...ordinary,
    key: 'jobHelp',
    name: { zh: '找活信息', en: 'Looking for work' },
    alias: ['找工作', '招工', '想打零工'],
  },
  errandHelp: {
    ...ordinary,
    key: 'errandHelp',
    atStation: true,
    name: { zh: '帮办代办', en: 'An errand done for you' },
    alias: ['帮我办', '代我跑一趟', '不会办'],
    example: '腿脚不便去不了县里窗口，材料都在，想请人替我跑一趟。',
  },
  nearbyHelp: {
    ...ordinary,
    key: 'nearbyHelp',
    atStation: true,
    name: { zh: '就近办', en: 'Done at the nearest station' },
    alias: ['就近办理', '不想跑远', '在家门口办'],
    example: '大厅太远，想在离家最近的驿站把手续交了。',
  },
  visitorHelp: {
    ...ordinary,
    key: 'visitorHelp',
    atStation: true,
    urgency: 'prompt',
    name: { zh: '游客求助', en: 'A visitor needs help' },
    alias: ['东西丢了', '找不到同伴', '身体不舒服想歇歇'],
    example: '我在广场把背包落在长凳上了，回来找不见，想请人帮着问问。',
  },
  visitorGuide: {
    ...ordinary,
    key: 'visitorGuide',
    atStation: true,
    kind: 'consultation',
    name: { zh: '景区问询', en: 'A question of a visitor' },
    alias: ['怎么走', '哪里停车', '想请人讲解'],
  },
  councilTopic: {
    ...ordinary,
    key: 'councilTopic',
    kind: 'suggestion',
    name: { zh: '提一个议事话题', en: 'A matter to talk over' },
    alias: ['想开会商量', '大家议一议'],
  },
  praiseNeighbour: {
    ...ordinary,
    key: 'praiseNeighbour',
    kind: 'praise',
    name: { zh: '夸一夸身边人', en: 'Praise for a neighbour' },
    alias: ['想表扬', '送感谢', '点赞'],
  },
  elderUnwell: {
    ...atHome,
    key: 'elderUnwell',
    urgency: 'emergency',
    name: { zh: '老人摔倒或不适', en: 'An elder has fallen or is unwell' },
    alias: ['摔倒了', '老人不舒服', '叫不应'],
  },
} as const satisfies { readonly [key: string]: CommonItem }

/** The chosen items on a list of the place, in the order given. */
export const listed = (
  own: Pick<CatalogueItem, 'list' | 'unit' | 'source'>,
  ...keys: readonly (keyof typeof common)[]
): CatalogueItem[] => keys.map((key) => ({ ...common[key], ...own }))
