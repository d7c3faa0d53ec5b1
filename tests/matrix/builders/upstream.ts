import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from '../../kit/house.ts'
import { type Builders, regional } from './builder.ts'

/** A sender as if somebody had registered it: its columns are remembered. */
async function plantSender({ admin }: Pick<TestHouse, 'admin'>, region: number): Promise<string> {
  const id = newId()
  const columns = [
    { heading: '工单编号', field: 'number' },
    { heading: '诉求内容', field: 'detail' },
  ]
  await admin.query(
    `insert into upstream_senders (region_id, id, name, decides, path, columns, version, made_by, made_at, changed_at)
     values ($1, $2, $3, true, '/', $4::jsonb, 1, gen_random_uuid(), now(), now())`,
    [region, id, `热线 ${id}`, JSON.stringify(columns)],
  )
  return id
}

async function plantRun({ admin }: Pick<TestHouse, 'admin'>, region: number): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into upstream_imports (region_id, id, sender_id, by_person, state, rows, placed, known, started_at, beat_at)
     values ($1, $2, $3, gen_random_uuid(), 'over', 2, 2, 0, now(), now())`,
    [region, id, await plantSender({ admin }, region)],
  )
  return id
}

const file = () => ({
  name: '转办单.csv',
  bytes: Buffer.from(`\uFEFF工单编号,诉求内容,联系电话\r\n${newId()},楼道灯不亮,`),
})

export const upstreamBuilders: Builders = {
  listSenders: regional(),
  addSender: regional(() => ({ body: { name: `热线${newId()}`, decides: true, path: '/' } })),
  changeSender: regional(async ({ world, ground }) => ({
    params: { id: await plantSender(world, ground.region) },
    body: {
      version: 1,
      name: `平台${newId()}`,
      decides: false,
      path: '/',
      columns: [{ heading: '工单编号', field: 'number' }],
    },
  })),
  checkSenderFile: regional(async ({ world, ground }) => ({
    params: { id: await plantSender(world, ground.region) },
    file: file(),
  })),
  importSenderFile: regional(async ({ world, ground }) => ({
    params: { id: await plantSender(world, ground.region) },
    file: file(),
  })),
  followSenderImport: regional(async ({ world, ground }) => ({
    params: { id: await plantRun(world, ground.region) },
  })),
  returnToSender: regional(async ({ world, ground }) => ({
    params: { id: await plantSender(world, ground.region) },
    query: { format: 'csv' },
  })),
}
