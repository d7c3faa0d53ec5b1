/** A harness in its long form: test files that read VERIFY and SEED. */
export type Part = {
  readonly name: string
  readonly words: { readonly zh: string; readonly en: string }
  /** Paths below the root. */
  readonly files: readonly string[]
}

/** What `npm run verify` runs, in this order. A new harness adds its line here. */
export const PARTS: readonly Part[] = [
  {
    name: 'kills',
    words: { zh: '随时杀进程、杀数据库', en: 'server and database killed at any moment' },
    files: ['tests/durability/kills.test.ts'],
  },
  {
    name: 'imports',
    words: { zh: '名册导入到一半杀进程', en: 'server killed in the middle of an import' },
    files: ['tests/durability/imports.test.ts'],
  },
  {
    name: 'instances',
    words: { zh: '两个进程一个库，抢同一样东西', en: 'two servers on one database, races over both' },
    files: ['tests/durability/instances.test.ts'],
  },
  {
    name: 'deadlines',
    words: { zh: '一万个时限，时钟各偏一小时', en: 'ten thousand deadlines, clocks an hour off each way' },
    files: ['tests/durability/deadlines.test.ts'],
  },
  {
    name: 'histories',
    words: { zh: '单据和账本的读写历史', en: 'histories of orders and ledger as clients saw them' },
    files: ['tests/durability/listAppend.property.test.ts', 'tests/durability/histories.test.ts'],
  },
  {
    name: 'statements',
    words: { zh: '每个命令的每条语句都失败一次', en: 'every statement of every command made to fail' },
    files: ['tests/durability/statements.test.ts'],
  },
  {
    name: 'notices',
    words: { zh: '三成失败的通知通道', en: 'a channel of notices that fails three times in ten' },
    files: ['tests/durability/notices.test.ts'],
  },
  {
    name: 'side by side',
    words: {
      zh: '一边升级一边办事',
      en: 'requests while the schema is brought on, two versions side by side',
    },
    files: ['tests/migrations/sideBySide.test.ts'],
  },
  {
    name: 'flaws',
    words: {
      zh: '照常人会犯的错逐一埋进去',
      en: 'realistic mistakes planted one by one: tests must turn red',
    },
    files: ['tests/flaws/flaws.test.ts'],
  },
  {
    name: 'mutation',
    words: {
      zh: '规则代码逐处改动，测试须发现',
      en: 'the rules changed one place at a time: their tests must notice',
    },
    files: ['tests/flaws/mutation.test.ts'],
  },
]
