import type { GridSize, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const size: Source = { document: HOUSE_RULES, mechanism: '网格规模：300至500户' }

/** What most places print; a grid outside is told, never refused. */
export const gridSize: GridSize = { least: 300, most: 500, source: size }
