import { utils, write } from '@e965/xlsx'
import { Document, Packer, Paragraph } from 'docx'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { Ground } from '../../kit/houseGround.ts'
import type { World } from '../../kit/houseWorld.ts'
import { type Builders, owned, plain, regional } from './builder.ts'

const orders = { ledger: 'orders' }
const filters = {}

/** A finished export of somebody's. */
async function plantExport(
  { admin, storageKey }: World,
  ground: Ground,
  by: string = newId(),
): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into ledger_exports (region_id, id, ledger, format, columns, filters, by_person, state, storage_key, bytes, name, asked_at, beat_at, expires_at)
     values ($1, $2, 'orders', 'csv', '{number}', '{}', $3, 'over', $4, 1, '诉求台账.csv', now(), now(), now() + interval '7 days')`,
    [ground.region, id, by, storageKey],
  )
  return id
}

async function plantTemplate({ admin }: World): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into ledger_templates (region_id, id, ledger, scope, name, content, by_person, at) values (1, $1, 'orders', 'table', '月报', 'x', $1, now())`,
    [id],
  )
  return id
}

/** A Word file with a heading and nothing else. */
const template = async () => ({
  name: '月报.docx',
  bytes: await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('{台账}')] }] })),
})

/** What an export of areas looks like when every row was taken out of it. */
const emptied = () => {
  const book = utils.book_new(
    utils.aoa_to_sheet([['名称', '行编号（请勿改动）', '导出时的内容（请勿改动）']]),
    '网格楼栋台账',
  )
  const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })
  return { name: '网格楼栋台账.xlsx', bytes }
}

/** The title of an order is its words; 室 and masked numbers stand in other ledgers: tests/matrix/ledgers.test.ts. */
const shows = { 标题: { rowsOf: 'getOrder' } } as const

export const ledgerBuilders: Builders = {
  listLedgers: plain(),
  readLedger: plain(() => ({ params: orders, query: { limit: '100' } }), { shows }),
  sumLedger: plain(() => ({ params: orders })),
  formLedgers: plain(),
  chooseColumns: plain(() => ({ params: orders, body: { columns: ['number', 'title'] } })),
  exportLedger: plain(() => ({
    params: orders,
    body: { format: 'csv', purpose: '月底报表', columns: ['number', 'title'], filters },
  })),
  listExports: plain(),
  fetchExport: owned(async ({ world, ground, actor, cell }) => ({
    params: { id: await plantExport(world, ground, cell === 'own' ? actor.personId : undefined) },
  })),
  listLedgerTemplates: plain(() => ({ params: orders })),
  addLedgerTemplate: regional(async () => ({
    params: orders,
    query: { scope: 'table', name: '月报' },
    file: await template(),
  })),
  withdrawLedgerTemplate: regional(async ({ world }) => ({
    params: { id: await plantTemplate(world) },
    body: {},
  })),
  defaultLedgerTemplate: plain(() => ({ params: orders, query: { scope: 'table' } })),
  compareLedger: plain(() => ({ params: { ledger: 'areas' }, file: emptied() })),
  retiredLedgers: plain(),
  setLedgerMinutes: regional(() => ({ params: { book: 'gridBook' }, body: { minutes: 6, ground: '实测' } })),
}
