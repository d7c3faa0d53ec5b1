import { expect, it } from 'vitest'
import { zip } from '../privacy/zip.ts'
import { parseTable } from './parse.ts'

const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const OF_PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A workbook of one sheet as its parts say it, so that a part may say what no spreadsheet program would. */
function workbook(sheet: string): Buffer {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${OF_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OF_PACKAGE}/relationships"><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets><sheet name="one" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${OF_PACKAGE}/relationships"><Relationship Id="a" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  }
  return zip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })))
}

it('a workbook whose XML names a file of the server, or an entity of itself, is read without either', () => {
  const sheet = (before: string, cell: string): Buffer =>
    workbook(
      `<?xml version="1.0"?>${before}<worksheet xmlns="${SHEETS}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c><c r="B1" t="inlineStr"><is><t>街道</t></is></c></row></sheetData></worksheet>`,
    )
  expect(parseTable(sheet('', '甲'), 'xlsx')).toEqual([['甲', '街道']])
  const entities = `<!DOCTYPE w [<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY own "expanded">]>`
  expect(parseTable(sheet(entities, '&amp;&file;&own;'), 'xlsx')).toEqual([['&&file;&own;', '街道']])
})
