import type { Aim, Builders } from './builder.ts'
import { plain, regional } from './builder.ts'
import { CELLS_OF_READING, orderFor } from './orders.ts'

const body = ({ ground }: Aim) => ({ body: { text: '楼道的灯不亮了，昨晚就报过', path: ground.path } })
/** Other people's orders stand there by their titles, for whoever may list them. */
const titles = { 标题: { rowsOf: 'listOrders' } } as const

export const suggestionBuilders: Builders = {
  suggestOrder: plain(body),
  readWords: plain(body, { shows: titles }),
  listSimilar: {
    cells: CELLS_OF_READING,
    build: async (aim) => ({ params: { id: await orderFor(aim, 'accepted') } }),
    shows: titles,
  },
  listHotSpots: plain(undefined, { shows: titles }),
  getSuggestionTerms: plain(),
  setSuggestionTerms: regional(async ({ world, ground }) => {
    const { rows } = await world.admin.query<{ version: number }>(
      'select coalesce(max(version), 0)::int as version from suggestion_terms where region_id = $1',
      [ground.region],
    )
    return { body: { version: rows[0]?.version ?? 0, margin: 40 } }
  }),
  maskWords: {
    cells: CELLS_OF_READING,
    build: async (aim) => ({
      body: { orderId: await orderFor(aim, 'closed'), text: '三栋二单元五〇一的灯修好了，谢谢师傅。' },
    }),
  },
}
