import type { CatalogueItem } from '@linli/contract'
import type { Ask } from '../asked.ts'
import type { Open311Needs } from '../needs.ts'
import { definitionOf } from '../rules/attributes.ts'
import { unknown } from '../rules/refusal.ts'
import type { Value } from '../rules/xml.ts'

/** When what this door answers was last changed in form. */
const CHANGED = '2026-11-22T00:00:00+08:00'
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

/** Where the door is, in which formats, and whom to ask for a key. */
export async function discovery(needs: Open311Needs, { region, publicUrl, language }: Ask): Promise<Value> {
  const { name, isDemo } = await needs.terms(region)
  return {
    changeset: CHANGED,
    contact: `${name[language]} ${publicUrl}/`,
    key_service:
      language === 'zh'
        ? `请向${name.zh}的区级管理员申请接口钥匙：${publicUrl}/desk/api-keys`
        : `Ask the region administrator of ${name.en} for a key: ${publicUrl}/desk/api-keys`,
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${publicUrl}/open311/v2`,
        changeset: CHANGED,
        type: isDemo ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
}

/** The catalogue: everything that may be asked for. */
export async function services(needs: Open311Needs, { region, language }: Ask): Promise<Value> {
  const { items, lists } = await needs.terms(region)
  const groups = new Map(lists.map((list) => [list.key, list.name[language]]))
  return items.map((item) => ({
    service_code: item.key,
    service_name: item.name[language],
    description: item.alias.join('、'),
    metadata: true,
    type: 'realtime',
    keywords: item.alias.join(', '),
    group: groups.get(item.list) ?? '',
  }))
}

/** @throws unknown */
export async function itemOfCode(needs: Open311Needs, region: number, code: string): Promise<CatalogueItem> {
  const item = (await needs.terms(region)).items.find(({ key }) => key === code)
  if (!item) throw unknown(`没有 service_code ${code}。`, `service_code ${code} was not found.`)
  return item
}

export async function serviceDefinition(
  needs: Open311Needs,
  { region, language }: Ask,
  code: string,
): Promise<Value> {
  const item = await itemOfCode(needs, region, code)
  return { service_code: item.key, attributes: definitionOf(item, language) }
}
