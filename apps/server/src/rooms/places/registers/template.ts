import { utils, write } from '@e965/xlsx'
import { REGISTERS, type Register as RegisterKey } from '@linli/contract/places/words'
import { MOST_ROWS } from '../../../kernel/tables/parse.ts'
import type { Column } from './register.ts'

/** An empty register to fill in: headings, one example that an import passes over, and a sheet of explanations. */
export function templateOf(register: RegisterKey, columns: readonly Column[]): Buffer {
  const book = utils.book_new()
  const example = columns.map((column, at) => (at === 0 ? `示例：${column.example}` : column.example))
  const table = utils.aoa_to_sheet([columns.map((column) => column.title), example])
  table['!cols'] = columns.map((column) => ({ wch: Math.max(12, column.title.length * 2 + 2) }))
  const words = utils.aoa_to_sheet([
    ['列', '表里要有这一列', '怎么填'],
    ...columns.map((column) => [column.title, column.required ? '是' : '否', column.help]),
    [],
    ['说明'],
    ['第一行是表头，请不要改。第二行是示例，导入时会跳过，可以删掉。'],
    ['导入前会逐行检查，只要有一行不对，整张表都不导入，并告诉您第几行、哪一列、怎么改。'],
    ['同一张表可以反复导入：已有的不会重复，改过的会更新；任职表里已经在岗的不动。'],
    [`一次最多 ${MOST_ROWS} 行。`],
  ])
  words['!cols'] = [{ wch: 14 }, { wch: 16 }, { wch: 70 }]
  utils.book_append_sheet(book, table, REGISTERS[register].zh)
  utils.book_append_sheet(book, words, '填写说明')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // the type of `write` is any
}
