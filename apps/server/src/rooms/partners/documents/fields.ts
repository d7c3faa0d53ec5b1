import type { UnitFacts } from '@linli/contract/partners/reportShapes'
import type { DocumentKind } from '@linli/contract/partners/words'

/** The values of a document by the names that a template calls them. */
export type Fields = { readonly [name: string]: string }
/** A document as it is filled: what a template names, and the address its picture of a code leads to. */
export type Filled = { readonly kind: DocumentKind; readonly fields: Fields; readonly check: string | null }

const hours = (minutes: number): string =>
  minutes % 60 === 0
    ? `${minutes / 60} 小时`
    : minutes < 60
      ? `${minutes} 分钟`
      : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`

export type LetterFacts = {
  readonly number: string
  readonly name: string
  readonly unitName: string
  readonly areaName: string
  readonly issuedOn: string
  readonly validUntil: string
  readonly choices: readonly string[]
  readonly check: string
}
export const letterFields = (letter: LetterFacts): Filled => ({
  kind: 'letter',
  check: letter.check,
  fields: {
    编号: letter.number,
    姓名: letter.name,
    单位: letter.unitName,
    社区: letter.areaName,
    开具日期: letter.issuedOn,
    有效期至: letter.validUntil,
    服务项目: letter.choices.join('、'),
    核验网址: letter.check,
  },
})

export type CardFacts = {
  readonly number: string
  readonly name: string
  readonly unitName: string
  readonly areaName: string
  readonly fromOn: string
  readonly toOn: string
  readonly drawnOn: string
  readonly orders: number
  readonly duties: number
  readonly dutyMinutes: number
  readonly helps: number
  readonly helpMinutes: number
  readonly answer: string | null
}
export const cardFields = (card: CardFacts): Filled => ({
  kind: 'card',
  check: null,
  fields: {
    编号: card.number,
    姓名: card.name,
    单位: card.unitName,
    社区: card.areaName,
    从: card.fromOn,
    到: card.toOn,
    填写日期: card.drawnOn,
    办结的单: `${card.orders} 张`,
    值班班数: `${card.duties} 班`,
    值班时长: hours(card.dutyMinutes),
    活动帮忙: `${card.helps} 次，经确认时长${hours(card.helpMinutes)}`,
    本人的话: card.answer ?? '（没有补充）',
  },
})

export type ReportFacts = UnitFacts & {
  readonly number: string
  readonly unitName: string
  readonly areaName: string
  readonly fromOn: string
  readonly toOn: string
  readonly drawnOn: string
  readonly answer: string | null
}
const yuan = (fen: number): string => `${(fen / 100).toFixed(2).replace(/\.00$/, '')} 元`
export const reportFields = (report: ReportFacts): Filled => ({
  kind: 'report',
  check: null,
  fields: {
    编号: report.number,
    单位: report.unitName,
    社区: report.areaName,
    从: report.fromOn,
    到: report.toOn,
    填写日期: report.drawnOn,
    报到党员: `${report.members} 名`,
    送交的反馈卡: `${report.cards} 张`,
    办结的单: `${report.orders} 张`,
    值班班数: `${report.duties} 班`,
    值班时长: hours(report.dutyMinutes),
    活动帮忙: `${report.helps} 次，经确认时长${hours(report.helpMinutes)}`,
    兑现的承诺: `${report.kept} 项`,
    到位资金: yuan(report.paidFen),
    单位的话: report.answer ?? '（没有补充）',
  },
})
