import type { CatalogueItem, ServiceList } from '@linli/contract'
import { XIHU_DOCUMENT } from '../sources.ts'
import { publicAffairs } from './publicAffairs.ts'
import { publicEnvironment } from './publicEnvironment.ts'
import { publicFacilities } from './publicFacilities.ts'
import { publicSafety } from './publicSafety.ts'
import { socialCare } from './socialCare.ts'
import { socialErrands } from './socialErrands.ts'
import { socialFamily } from './socialFamily.ts'
import { socialLiving } from './socialLiving.ts'
import { socialRepair } from './socialRepair.ts'
import { volunteer } from './volunteer.ts'

/** The three lists with the counts that the document prints; it does not print the items. */
export const lists: readonly ServiceList[] = [
  {
    key: 'public',
    name: { zh: '公共服务事项', en: 'Public services' },
    printedCount: 49,
    source: { document: XIHU_DOCUMENT, mechanism: '公共服务事项清单（49项）' },
  },
  {
    key: 'social',
    name: { zh: '社会服务事项', en: 'Social services' },
    printedCount: 52,
    source: { document: XIHU_DOCUMENT, mechanism: '社会服务事项清单（52项）' },
  },
  {
    key: 'volunteer',
    name: { zh: '志愿服务', en: 'Volunteer service' },
    printedCount: 9,
    source: { document: XIHU_DOCUMENT, mechanism: '志愿服务分类（9类）' },
  },
]

export const catalogue: readonly CatalogueItem[] = [
  ...publicAffairs,
  ...publicFacilities,
  ...publicEnvironment,
  ...publicSafety,
  ...socialRepair,
  ...socialErrands,
  ...socialCare,
  ...socialFamily,
  ...socialLiving,
  ...volunteer,
]
