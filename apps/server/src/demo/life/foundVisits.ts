import { chanceOf, idFrom } from '../../drive/chance.ts'
import { dayAfter, dayOf } from '../../rooms/stations/index.ts'
import type { Town } from '../stagedTown.ts'

const DAYS = 14
/** Most of a grid's doors have been knocked at; the rest is left for whoever takes the seat. */
const DONE = 0.7
const NEEDS = [['没有'], ['没有'], ['楼道和照明'], ['环境卫生'], ['水电气', '办事和政策'], ['噪声和邻里']]
const A_BATCH = 20

/** A round from door to door that is under way, with what the grid worker of the seat met so far. Safe to repeat. */
export async function foundVisits({ call, tokens, setting }: Town, admin: string): Promise<void> {
  const { items: kinds } = await call('listCampaignKinds', {}, admin)
  const template = kinds.find(({ key }) => key === 'doorToDoor')
  const worker = await tokens(setting.roster.seats.gridWorker.phone)
  const begun = await call('listCampaigns', { query: {} }, admin)
  if (!template || begun.items.length > 0) return
  const today = dayOf(Date.now())
  const started = await call(
    'startCampaign',
    {
      body: {
        kind: 'doorToDoor',
        name: '冬季敲门行动',
        path: '/',
        from: today,
        to: dayAfter(today, DAYS),
        questions: [...template.questions],
        dailyQuota: 20,
      },
      key: idFrom('visits', 'campaign'),
    },
    admin,
  )
  const { households } = await call('takeArea', { params: { id: started.id }, query: {} }, worker)
  const doors = households.filter(({ heads }) => heads.length === 0)
  const records = doors.slice(0, Math.floor(households.length * DONE)).map(({ id }) => {
    const chance = chanceOf('visits', id)
    const met = chance.happens('met', 0.8)
    return {
      id: idFrom('visits', 'record', id),
      visit: idFrom('visits', 'visit', id),
      campaign: started.id,
      household: id,
      form: started.form,
      replaces: [],
      outcome: met ? ('met' as const) : ('notHome' as const),
      answers: met ? { needs: [...chance.pick('needs', NEEDS)] } : {},
      orders: [],
      at: new Date().toISOString(),
    }
  })
  for (let from = 0; from < records.length; from += A_BATCH)
    await call(
      'recordVisits',
      { body: { records: records.slice(from, from + A_BATCH) }, key: idFrom('visits', 'batch', from) },
      worker,
    )
}
