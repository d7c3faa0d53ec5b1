import type { DocumentKind } from '@linli/contract/partners/words'
import { AlignmentType, Document, ImageRun, Packer, Paragraph, TextRun } from 'docx'
import { toBuffer } from 'qrcode'

/** A picture with this text beside it shows the code that leads to the public page; a place's own template may have one too. */
export const CODE_PICTURE = '核验二维码'
const FONT = '宋体'

const line = (text: string, size = 28): Paragraph =>
  new Paragraph({
    spacing: { line: 480 },
    indent: { firstLine: 560 },
    children: [new TextRun({ text, size, font: FONT })],
  })
const title = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 360 },
    children: [new TextRun({ text, bold: true, size: 44, font: '黑体' })],
  })
const right = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { line: 480 },
    children: [new TextRun({ text, size: 28, font: FONT })],
  })

const letter = async (): Promise<Paragraph[]> => [
  title('介绍信'),
  right('{编号}'),
  line('{社区}：'),
  line('兹有我单位党员{姓名}，到贵处报到，参加社区服务，请予接洽。'),
  line('选择的服务项目：{服务项目}。'),
  line('本信有效期至{有效期至}。'),
  right('{单位}（盖章）'),
  right('{开具日期}'),
  new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: await toBuffer('linli', { margin: 1, width: 240 }),
        transformation: { width: 96, height: 96 },
        altText: { name: CODE_PICTURE, title: CODE_PICTURE, description: CODE_PICTURE },
      }),
    ],
  }),
  line('扫码或打开网址可核验真伪，页面不显示个人信息：{核验网址}', 20),
]

const card = (): Paragraph[] => [
  title('服务情况反馈卡'),
  right('{编号}'),
  line('{单位}：'),
  line('你单位党员{姓名}在{社区}报到服务。{从}至{到}，服务情况如下：'),
  line('接单并办结：{办结的单}'),
  line('参加值班：{值班班数}，经确认时长{值班时长}'),
  line('参加活动帮忙：{活动帮忙}'),
  line('本人的话：{本人的话}'),
  line('以上只记事实，不评分、不排名；本人已先看过并同意送交。', 24),
  right('{社区}（盖章）'),
  right('{填写日期}'),
]

const report = (): Paragraph[] => [
  title('单位服务报告'),
  right('{编号}'),
  line('{社区}：'),
  line('{单位}在贵处报到，{从}至{到}的服务情况如下：'),
  line('报到党员：{报到党员}，经本人同意送交的反馈卡{送交的反馈卡}'),
  line('接单并办结：{办结的单}'),
  line('参加值班：{值班班数}，经确认时长{值班时长}'),
  line('参加活动帮忙：{活动帮忙}'),
  line('兑现共建承诺：{兑现的承诺}，到位资金{到位资金}'),
  line('单位的话：{单位的话}'),
  line('服务数字取自本人先看过并同意送交的反馈卡，只记事实，不评分、不排名。', 24),
  right('{单位}（盖章）'),
  right('{填写日期}'),
]

const WRITTEN: { readonly [kind in DocumentKind]: () => Paragraph[] | Promise<Paragraph[]> } = {
  letter,
  card,
  report,
}

const made = new Map<DocumentKind, Promise<Buffer>>()

/** The template that every place begins with, as a docx that it may take, change and bring back. */
export function defaultTemplate(kind: DocumentKind): Promise<Buffer> {
  const kept = made.get(kind)
  if (kept) return kept
  const making = (async () => {
    const children = await WRITTEN[kind]()
    return Packer.toBuffer(new Document({ sections: [{ children }] }))
  })()
  made.set(kind, making)
  return making
}
