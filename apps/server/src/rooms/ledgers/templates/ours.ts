import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { HEADINGS, type TemplateTask } from './names.ts'

const tag = (name: string): string => `{${name}}`
const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })

/** The house's own template with these columns: to fill when a place has none, and to begin one's own with. Runs in a thread of its own. */
export async function ourTemplate({ scope, names }: Pick<TemplateTask, 'scope' | 'names'>): Promise<Buffer> {
  const table = scope === 'table' ? tableOfRows(names) : tableOfOne(names)
  const document = new Document({
    sections: [
      {
        properties: {
          page: {
            size: { orientation: scope === 'table' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          new Paragraph({
            text: `${tag(HEADINGS.place)} ${tag(HEADINGS.ledger)}`,
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
          }),
          new Paragraph(`范围：${tag(HEADINGS.scope)}　共 ${tag(HEADINGS.count)} 行`),
          new Paragraph(`导出：${tag(HEADINGS.by)}　${tag(HEADINGS.at)}　用途：${tag(HEADINGS.purpose)}`),
          table,
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const pageNumbers = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页 / 共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
    ],
  })

/** A heading and one line that repeats: the loop opens in its first cell and closes in its last. */
function tableOfRows(names: readonly string[]): Table {
  const last = names.length - 1
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: [HEADINGS.number, ...names].map(cell) }),
      new TableRow({
        cantSplit: true,
        children: [
          cell(`{#行}${tag(HEADINGS.number)}`),
          ...names.map((name, at) => cell(at === last ? `${tag(name)}{/行}` : tag(name))),
        ],
      }),
    ],
  })
}

const tableOfOne = (names: readonly string[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: names.map((name) => new TableRow({ children: [cell(name), cell(tag(name))] })),
  })
