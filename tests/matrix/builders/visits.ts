import { utils, write } from '@e965/xlsx'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { Ground } from '../../kit/houseGround.ts'
import { plantFile, plantHousehold } from '../../kit/houseRows.ts'
import type { World } from '../../kit/houseWorld.ts'
import { atPath, type Builders, placed, plain } from './builder.ts'

/** A form file of one question. */
const formFile = () => {
  const book = utils.book_new(
    utils.aoa_to_sheet([
      ['type', 'name', 'label'],
      ['text', 'say', '还想说什么'],
    ]),
    'survey',
  )
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })
  return { name: 'form.xlsx', bytes }
}
const QUESTIONS = [{ key: 'note', kind: 'text', label: '还想说什么', required: false }]

/** A campaign over the ground's community with its form. */
async function plantCampaign({ admin }: World, ground: Ground): Promise<{ id: string; form: string }> {
  const [id, form] = [newId(), newId()]
  await admin.query(
    `insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
     values ($1, $2, 'walk', '走访', $3, current_date, current_date, $2, now())`,
    [ground.region, id, ground.community],
  )
  await admin.query(
    `insert into visit_forms (region_id, id, campaign_id, version, questions, by_person, at) values ($1, $2, $3, 1, $4, $2, now())`,
    [ground.region, form, id, JSON.stringify(QUESTIONS)],
  )
  return { id, form }
}

/** A home of the ground that was visited; `versions` of two phones stand beside each other. */
async function plantVisit(
  world: World,
  ground: Ground,
  versions = 1,
): Promise<{ campaign: string; visit: string; ids: string[] }> {
  const { id: campaign, form } = await plantCampaign(world, ground)
  const [household, visit] = [await plantHousehold(world, ground), newId()]
  const ids = Array.from({ length: versions }, () => newId())
  for (const id of ids)
    await world.admin.query(
      `insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
       values ($1, $2, $3, $4, $5, $6, $7, '{}', 'met', '{"note": "都好"}', '{}', $2, now(), now())`,
      [ground.region, id, visit, campaign, household, ground.community, form],
    )
  return { campaign, visit, ids }
}

const campaign = async ({ world, ground }: { world: World; ground: Ground }) => ({
  params: { id: (await plantCampaign(world, ground)).id },
})
const rooms = { 室: { rowsOf: 'takeArea' } } as const
const doors = { 室: { rowsOf: 'openVisit' } } as const

export const visitBuilders: Builders = {
  startCampaign: atPath(({ ground }) => ({
    body: {
      kind: 'walk',
      name: '走访',
      path: ground.community,
      from: '2026-11-01',
      to: '2026-11-30',
      questions: QUESTIONS,
    },
  })),
  listCampaigns: plain(),
  reviseForm: placed(async (aim) => ({
    ...(await campaign(aim)),
    body: { version: 1, questions: QUESTIONS },
  })),
  campaignProgress: placed(campaign),
  takeArea: placed(campaign, { shows: rooms }),
  recordVisits: placed(async ({ world, ground }) => {
    const { id, form } = await plantCampaign(world, ground)
    const record = {
      id: newId(),
      visit: newId(),
      campaign: id,
      household: await plantHousehold(world, ground),
      form,
      replaces: [],
      outcome: 'met',
      answers: { note: '都好' },
      orders: [],
      at: '2026-11-20T02:00:00.000Z',
    }
    return { body: { records: [record] } }
  }),
  listCampaignKinds: plain(),
  readFormFile: plain(() => ({ file: formFile() })),
  openVisitPhoto: placed(async ({ world, ground, actor }) => {
    const file = await plantFile(world, ground, world.storageKey, { personId: actor.personId })
    const id = newId()
    await world.admin.query(
      `insert into visit_photos (region_id, id, household_id, path, file_id, by_person, at) values ($1, $2, $3, $4, $5, $6, now())`,
      [ground.region, id, await plantHousehold(world, ground), ground.community, file, actor.personId],
    )
    return { params: { id }, body: { reason: 'visit' } }
  }),
  listMyCompanionVisits: plain(),
  answerCompanionVisits: plain(async ({ world, ground, actor }) => {
    const visit = newId()
    await world.admin.query(
      `insert into visit_companions (region_id, id, visit_id, person_id, named_by, at) values ($1, $2, $3, $4, $2, now())`,
      [ground.region, newId(), visit, actor.personId],
    )
    return { body: { visits: [visit], wasThere: true } }
  }),
  sumVisitAnswers: placed(campaign, { shows: doors }),
  listVisitAnswers: placed(
    async ({ world, ground }) => ({ params: { id: (await plantVisit(world, ground)).campaign } }),
    { shows: doors },
  ),
  openVisit: placed(
    async ({ world, ground }) => ({
      params: { id: (await plantVisit(world, ground)).visit },
      body: { reason: 'check' },
    }),
    { shows: doors },
  ),
  listVisitConflicts: placed(
    async ({ world, ground }) => ({ params: { id: (await plantVisit(world, ground, 2)).campaign } }),
    { shows: doors },
  ),
  settleVisit: placed(async ({ world, ground }) => {
    const { visit, ids } = await plantVisit(world, ground, 2)
    return { params: { id: visit }, body: { versions: ids, way: 'one', keep: ids[0] } }
  }),
  keepVisitPhoto: placed(async ({ world, ground, actor }) => ({
    params: { id: newId() },
    body: {
      household: await plantHousehold(world, ground),
      file: await plantFile(world, ground, world.storageKey, { personId: actor.personId }),
    },
  })),
}
