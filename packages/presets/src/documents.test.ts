import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Preset } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { PRESETS, type PresetKey } from './index.ts'

const DOCUMENTS = new URL('../../../../shared/seeds/', import.meta.url)
/** So many characters in a row that also stand in a document count as a quotation. */
const QUOTATION_LENGTH = 12

/** What each document prints and the preset's rows carry. */
const FIGURES: { readonly [place in PresetKey]: readonly string[] } = {
  xihu: ['12＋130＋13', '72个'],
  duchang: [
    '13个',
    '10.6万',
    '93个',
    '572个',
    '1800',
    '129个',
    '8个',
    '16名',
    '65个',
    '1648',
    '73支',
    '829个',
    '362个',
  ],
  suichuan: [
    '146个',
    '200户',
    '800人',
    '24个',
    '59个',
    '728名',
    '20至30户',
    '102名',
    '1200元',
    '300元',
    '100元',
    '104名',
    '87名',
    '46项',
    '16家',
    '12支',
  ],
  linchuan: [
    '3个',
    '103个',
    '231个',
    '337人',
    '10支162人',
    '12支',
    '400余人次',
    '239件',
    '230余件',
    '52个',
    '2089个',
    '120家',
  ],
  wanan: ['5个', '60个', '300余名', '1600多名', '112个', '6个', '1000余户', '200多条', '180多条', '41个'],
  donghu: ['4000余名', '151个', '167支', '462个', '215个', '159个', '800多人', '3000余平方米'],
  anyi: ['48个', '6项', '7个', '1460多件', '116支', '1100多名', '500米', '15分钟'],
  yongfeng: ['700多户', '400余家', '15个', '325人', '3个', '230余人', '65名', '46名'],
  yihuang: ['7个', '50个', '300至500户', '342名', '5至10名', '10至20户', '116个', '1802名', '26个'],
}

describe.each(Object.values<Preset>(PRESETS))('the rows of $key', (preset) => {
  it('carry the figures that the document prints', () => {
    const told = JSON.stringify(preset)
    const figures: readonly string[] = FIGURES[preset.key as PresetKey]
    expect(figures.length).toBeGreaterThan(0)
    expect(figures.filter((figure) => !told.includes(figure))).toEqual([])
  })

  /** The documents lie outside the repository: where they are absent there is nothing to compare with, and the test says so. */
  it.skipIf(!existsSync(DOCUMENTS))(
    'quote no sentence of any document (runs only where the documents lie beside the project)',
    () => {
      const plain = (text: string) => text.replace(/\s/g, '')
      const documents = readdirSync(DOCUMENTS).map((name) =>
        plain(readFileSync(new URL(name, DOCUMENTS), 'utf8')),
      )
      const texts: string[] = []
      // The title is a name, not a quotation, so `document` is left out.
      JSON.stringify(preset, (key, value) => {
        if (typeof value === 'string' && key !== 'document') texts.push(plain(value))
        return value
      })
      expect(texts.length).toBeGreaterThan(300)
      const quoted = texts.filter((text) =>
        Array.from({ length: Math.max(0, text.length - QUOTATION_LENGTH + 1) }, (_, at) =>
          text.slice(at, at + QUOTATION_LENGTH),
        ).some((piece) => documents.some((document) => document.includes(piece))),
      )
      expect(quoted).toEqual([])
    },
  )
})
