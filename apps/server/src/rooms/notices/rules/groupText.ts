/** What a chat group may know of an offered order. There is no field for a name, a phone, a room or the person's own words. */
export type GroupTextFacts = {
  /** The item in words: 换灯泡. */
  readonly item: string
  /** The community's name; never building or room. */
  readonly place: string
  /** How far the offer reaches by now, from 1. */
  readonly wave: number
  /** Until when somebody should have claimed it, ISO. */
  readonly dueAt: string | null
  /** Opens the claim board at this order; claiming asks for sign-in. */
  readonly link: string
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** 转发到群: the text of an offer for a chat group, with the link by which a helper takes it. */
export function groupText({ item, place, wave, dueAt, link }: GroupTextFacts): string {
  return [
    `【邻里帮忙】${item}`,
    `地点：${place}${wave > 1 ? `（第 ${wave} 次扩大范围，邻近志愿者也可接）` : ''}`,
    ...(dueAt ? [`请在 ${clockOf(dueAt)} 前接单`] : []),
    `我去：${link}`,
  ].join('\n')
}

function clockOf(at: string): string {
  const part = Object.fromEntries(CLOCK.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return `${part.month}月${part.day}日 ${part.hour}:${part.minute}`
}
