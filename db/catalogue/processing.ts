import { CATALOGUE } from './index.ts'
import { kept } from './render.ts'
import { NOBODYS, OWNERS, type Owner } from './whose.ts'
import { BASES, CLASSES, type ColumnEntry, type TableEntry } from './words.ts'

const HEAD = `# 个人信息处理活动记录 · Record of processing

由 \`node db/generate.ts\` 从 \`db/catalogue/\` 生成，不手改；个人信息保护法第五十五条、第五十六条，GB/T 35273-2020 第 11.3 条。
谁是处理者、联系人、委托了谁、在哪里运行，由本地填在 [README.md](README.md)。
Written by \`node db/generate.ts\` from \`db/catalogue/\`. Controller, contact, processors and place of operation are filled in by the place.

| 处理活动 activity | 信息 data | 依据 basis | 保存 kept | 注销时 at an erasure |
|---|---|---|---|---|
`

const ON_ERASURE: { readonly [erasure in Owner['onErasure']]: string } = {
  remove: '删除 removed',
  blank: '清空 emptied',
  end: '结束 ended',
  keep: '只留编号 ids only',
}

/** `docs/privacy/processing.md`: one row a table that says something about people. */
export function renderProcessing(): string {
  const tables: { readonly [table: string]: TableEntry } = CATALOGUE
  const rows = Object.entries(tables).flatMap(([table, entry]) => {
    const telling = Object.values(entry.columns).filter(
      ({ class: kind }) => kind === 'personal' || kind === 'sensitive',
    )
    return telling.length === 0 ? [] : [row(table, entry, telling)]
  })
  return `${HEAD}${rows.join('\n')}\n`
}

function row(table: string, entry: TableEntry, telling: readonly ColumnEntry[]): string {
  const sensitive = telling.some(({ class: kind }) => kind === 'sensitive')
  const data = telling.map(
    ({ purpose, class: kind }) => `${purpose.zh}${kind === 'sensitive' ? '（敏感）' : ''}`,
  )
  const cells = [
    `${entry.purpose.zh} · ${entry.purpose.en} (\`${table}\`)`,
    `${CLASSES[sensitive ? 'sensitive' : 'personal'].zh}：${data.join('、')}`,
    [...new Set(telling.map(({ basis }) => BASES[basis].zh))].join('；'),
    [...new Set(telling.map(({ retention }) => kept(retention)))].join('；'),
    NOBODYS[table] ? `不按人存 ${NOBODYS[table]}` : atErasure(OWNERS[table]),
  ]
  return `| ${cells.join(' | ')} |`
}

const atErasure = (owner: Owner | undefined): string =>
  owner ? `${ON_ERASURE[owner.onErasure]}${owner.why ? `：${owner.why.zh}` : ''}` : ON_ERASURE.remove
