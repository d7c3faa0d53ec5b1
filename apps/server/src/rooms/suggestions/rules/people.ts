/** A person whom a text seems to name; a hint for whoever reads it, never more. */
export type NamedPerson = { readonly said: string; readonly why: 'called' | 'introduced' | 'looksLikeName' }

const TWO = '欧阳|司马|上官|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|令狐|慕容|端木|长孙|宇文|轩辕'
const ONE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const SURNAME = `(?:${TWO}|[${ONE}])`
const GIVEN = String.raw`[\p{Script=Han}]{1,2}`
/** What people put behind a name when they speak of somebody. */
const CALLED =
  '大爷|大妈|大娘|阿姨|奶奶|爷爷|婆婆|爹爹|老师|先生|女士|小姐|师傅|叔叔|伯伯|伯母|大哥|大姐|大嫂|医生|护士|老板|同志|嫂|老太太|老太|老人家|某某|某'
/** Posts of the public office: their holders are asked for by it, and are not masked. */
const OFFICE = /^(?:书记|市长|县长|区长|局长|主任|部长|镇长|乡长|领导|省长|厅长|站长|队长|所长|校长)/
/** Words that begin like a name and are none. */
const WORDS =
  /^(?:高中|高楼|高空|高速|高压|高层|高价|高温|马路|马上|马桶|方便|方面|方案|方式|方向|安全|安排|安静|安装|安置|成为|成立|成都|成本|明天|明显|明白|明确|时间|时候|应该|应当|全部|全体|全市|全家|和平|和谐|和我|师傅|师范|文明|文件|文化|白天|白色|任何|任意|金额|金钱|石头|江西|江边|江湖|万元|万科|万达|龙头|毛病|路灯|路面|路口|路边|路上|路段|包括|关于|关注|关系|关门|连续|连接|管理|管道|管网|管线|解决|解释|解放|游泳|游戏|房屋|房子|房产|房东|房间|房价|盛大|向上|向下|向前|向您|向我|项目|查处|查看|查询|温度|商店|商场|商户|商业|商铺|车辆|车位|车库|车主|车站|边上|边缘|单位|单元|季节|宁愿|平时|易燃|麻烦|麻将|华侨|严重|严格|严查|武汉|康复|施工|水库|古镇|古城|农民|农村|农药|党员|党委|党建|党支|荣誉|宗教|桂花|简直|简单|费用|沙子|沙土|桑拿|车间|池塘|景区|景观|景点|卫生|卫健|冷水|冷气|席位|米线|米粉|米粒|全是|全都|伍拾|温馨|经常|曲线|华润|夏天|夏季|周末|周围|周边|周一|周二|周三|周四|周五|周六|周日|周期|余款|余额|许多|许可|何时|何况|何必|于是|于此|段时|方米|田地|田园|叶子|范围|林业|林地|黄色|黄金|黄泥|雷雨|秦岭|常年|常常|申请|申报|申诉|符合|左右|左边|左转|尚未|尚且|甘愿|祝您|祝愿|宫颈|蓝天|蓝色|辛苦|阳光|阳台|童年|童装|纪念|纪委|梅雨|凌晨|毕业|毕竟|成绩|成员|成人|苗木|谷物|胡乱|胡说|胡同|林立|林子)/

const RULES: readonly (readonly [NamedPerson['why'], RegExp])[] = [
  [
    'introduced',
    new RegExp(
      `(?:我叫|我是|本人|姓名[:： ]?|名叫|叫做|名字叫|联系人[:： ]?|业主|患者|户主|老人|孩子|我妈|我爸|我母亲|我父亲|母亲|父亲|丈夫|妻子|儿子|女儿|邻居)(?:叫|是)?(${SURNAME}${GIVEN}?)(?=[，,。；;、：:（( \\d！!？?]|$|的|在|于|住|家|今年|因|，)`,
      'gu',
    ),
  ],
  [
    'called',
    new RegExp(`(?<![\\p{Script=Han}](?=[和时方于]))((?:${SURNAME}(?:${GIVEN})??)(?:${CALLED}))`, 'gu'),
  ],
  ['called', new RegExp(`((?:小|老|阿)(?:${SURNAME}))(?=[，,。；;家说的在]|$)`, 'gu')],
]
/** 老师傅 and 小时 begin like 老师 and 小时 the people. */
const NOT_CALLED =
  /^(?:小时|小区|小于|小高|小麦|小米|小路|小车|小包|小单|小游|小和|小成|小安|小房|老路|老房|老石|老车|老单|老江|老古|老麻|老农|小石|小段|小龙|小马|小江|小项|老项|小商)/

/**
 * Whom a text seems to name. Tagged words of a dictionary may be given as further hints; a name of a place that is known
 * is no person.
 */
export function peopleIn(
  text: string,
  tagged: readonly string[] = [],
  places: readonly string[] = [],
): NamedPerson[] {
  const found = new Map<string, NamedPerson['why']>()
  for (const [why, pattern] of RULES)
    for (const [, said = ''] of text.matchAll(pattern)) {
      if (WORDS.test(said) || NOT_CALLED.test(said) || OFFICE.test(said.slice(1))) continue
      if (!found.has(said)) found.set(said, why)
    }
  const name = new RegExp(`^${SURNAME}${GIVEN}$`, 'u')
  for (const said of tagged)
    if (name.test(said) && !WORDS.test(said) && ![...found.keys()].some((one) => one.includes(said)))
      found.set(said, 'looksLikeName')
  return [...found]
    .filter(([said]) => !places.some((place) => place.includes(said)))
    .map(([said, why]) => ({ said, why }))
    .slice(0, MOST)
}
const MOST = 12
