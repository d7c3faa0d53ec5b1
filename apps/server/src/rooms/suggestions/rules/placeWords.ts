/** What names of places end with. */
const ENDINGS =
  '小区|社区|花园|家园|公寓|大厦|广场|学校|小学|中学|幼儿园|医院|市场|公园|大道|宿舍|新村|新城|楼盘|山庄|苑|城|路|街|村|镇|乡|桥|巷|郡'
const PLACE = new RegExp(
  String.raw`([\p{Script=Han}A-Z0-9]{2})(${ENDINGS})(?!灯|面|口|上|边|人|政|管|建|市|费|民|长|委|东|来|去|过|程|线)`,
  'gu',
)
/** Letters that join words and stand in no name: 谢谢社区, 住的小区. */
const JOINING = /[的了在到去给由请向和让叫找对把被为跟从是我你您他她它们这那个某谢来说也都就很没不]/u
/** What stands before such a word without naming a place. */
const NO_NAME =
  /^(?:我们|你们|他们|这个|那个|该个|整个|一个|个别|全市|本市|城市|在小|住在|的小|此小|各个|每个|所有|部分|老旧|条马|马|一条|这条|那条|条|公交|地铁|汽车|火车|高速|道|农|乡|县|进|出|回|家|心|哪|夜|公|手|里|外|内)/u

/** The names of places that a text seems to hold: two letters and the ending, so that 在五一路 and 五一路 are the same. */
export function placeWordsOf(text: string): string[] {
  const found = new Set<string>()
  for (const [whole, letters = ''] of text.toUpperCase().matchAll(PLACE))
    if (!NO_NAME.test(letters) && !JOINING.test(letters)) found.add(whole)
  return [...found].slice(0, MOST)
}
const MOST = 12
