import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { DocumentKind } from '@linli/contract/partners/words'
import Pdf from 'pdfkit'
import { create } from 'qrcode'
import type { Filled } from './fields.ts'

const POINT = { margin: 72, title: 22, text: 14, small: 10, code: 96 }
let font: Promise<Buffer> | undefined
/** Noto Sans SC, of which only the letters that are used go into the document. */
const chinese = (): Promise<Buffer> => {
  font ??= readFile(
    fileURLToPath(
      import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    ),
  )
  return font
}

/** The document as PDF, A4, by the house's own layout, with the number and, on a letter, the code of its public page. */
export async function asPdf({ kind, fields, check }: Filled): Promise<Buffer> {
  const pdf = new Pdf({ size: 'A4', margin: POINT.margin, info: { Title: fields['编号'] ?? '' } })
  pdf.registerFont('chinese', await chinese())
  pdf.font('chinese')
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const finished = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
  write(pdf, LINES[kind](fields))
  if (check !== null) drawCode(pdf, check)
  pdf.end()
  return finished
}

type Line = { readonly text: string; readonly at?: 'center' | 'right'; readonly size?: number }
type FieldsOf = Filled['fields']

const letterLines = (of: FieldsOf): Line[] => [
  { text: '介绍信', at: 'center', size: POINT.title },
  { text: of['编号'] ?? '', at: 'right' },
  { text: `${of['社区']}：` },
  { text: `　　兹有我单位党员${of['姓名']}，到贵处报到，参加社区服务，请予接洽。` },
  { text: `　　选择的服务项目：${of['服务项目']}。` },
  { text: `　　本信有效期至${of['有效期至']}。` },
  { text: `${of['单位']}（盖章）`, at: 'right' },
  { text: of['开具日期'] ?? '', at: 'right' },
]
const cardLines = (of: FieldsOf): Line[] => [
  { text: '服务情况反馈卡', at: 'center', size: POINT.title },
  { text: of['编号'] ?? '', at: 'right' },
  { text: `${of['单位']}：` },
  { text: `　　你单位党员${of['姓名']}在${of['社区']}报到服务。${of['从']}至${of['到']}，服务情况如下：` },
  { text: `　　接单并办结：${of['办结的单']}` },
  { text: `　　参加值班：${of['值班班数']}，经确认时长${of['值班时长']}` },
  { text: `　　参加活动帮忙：${of['活动帮忙']}` },
  { text: `　　本人的话：${of['本人的话']}` },
  { text: '　　以上只记事实，不评分、不排名；本人已先看过并同意送交。', size: POINT.small + 2 },
  { text: `${of['社区']}（盖章）`, at: 'right' },
  { text: of['填写日期'] ?? '', at: 'right' },
]

const reportLines = (of: FieldsOf): Line[] => [
  { text: '单位服务报告', at: 'center', size: POINT.title },
  { text: of['编号'] ?? '', at: 'right' },
  { text: `${of['社区']}：` },
  { text: `　　${of['单位']}在贵处报到，${of['从']}至${of['到']}的服务情况如下：` },
  { text: `　　报到党员：${of['报到党员']}，经本人同意送交的反馈卡${of['送交的反馈卡']}` },
  { text: `　　接单并办结：${of['办结的单']}` },
  { text: `　　参加值班：${of['值班班数']}，经确认时长${of['值班时长']}` },
  { text: `　　参加活动帮忙：${of['活动帮忙']}` },
  { text: `　　兑现共建承诺：${of['兑现的承诺']}，到位资金${of['到位资金']}` },
  { text: `　　单位的话：${of['单位的话']}` },
  { text: '　　服务数字取自本人先看过并同意送交的反馈卡，只记事实，不评分、不排名。', size: POINT.small + 2 },
  { text: `${of['单位']}（盖章）`, at: 'right' },
  { text: of['填写日期'] ?? '', at: 'right' },
]
const LINES: { readonly [kind in DocumentKind]: (of: FieldsOf) => Line[] } = {
  letter: letterLines,
  card: cardLines,
  report: reportLines,
}

function write(pdf: PDFKit.PDFDocument, lines: readonly Line[]): void {
  for (const { text, at = 'left', size = POINT.text } of lines)
    pdf.fontSize(size).text(text, { align: at, lineGap: 8 }).moveDown(0.5)
}

/** The code in squares of its own, so that it stays sharp however large it is printed. */
function drawCode(pdf: PDFKit.PDFDocument, check: string): void {
  const { modules } = create(check, { errorCorrectionLevel: 'M' })
  const side = POINT.code / modules.size
  const [left, top] = [POINT.margin, pdf.y + POINT.text]
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(left + column * side, top + row * side, side, side)
  pdf.fill('black')
  pdf.fontSize(POINT.small).text('扫码或打开网址可核验真伪，页面不显示个人信息：', left, top + POINT.code + 8)
  pdf.text(check)
}
