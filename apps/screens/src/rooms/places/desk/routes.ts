import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import {
  codeSheet,
  days,
  gridPlan,
  gridPlans,
  importOutlines,
  orderProcess,
  outlineMap,
  pastRedraw,
  redraw,
  redraws,
  rule,
  rules,
  units,
} from './addresses.ts'

export const routes = [
  pageAt(redraws, () => import('./redraw/RedrawsPage.tsx')),
  pageAt(pastRedraw, () => import('./redraw/PastRedrawPage.tsx')),
  pageAt(gridPlans, () => import('./gridPlan/GridPlansPage.tsx')),
  pageAt(gridPlan, () => import('./gridPlan/GridPlanPage.tsx')),
  pageAt(redraw, () => import('./redraw/RedrawPage.tsx')),
  pageAt(desk.places, () => import('./PlacesPage.tsx')),
  pageAt(desk.register, () => import('./ImportPage.tsx')),
  pageAt(codeSheet, () => import('./CodeSheetPage.tsx')),
  pageAt(days, () => import('./days/DaysPage.tsx')),
  pageAt(rules, () => import('./rules/RulesPage.tsx')),
  pageAt(orderProcess, () => import('./process/ProcessPage.tsx')),
  pageAt(rule, () => import('./rules/RulePage.tsx')),
  pageAt(units, () => import('./UnitsPage.tsx')),
  pageAt(outlineMap, () => import('./map/MapPage.tsx')),
  pageAt(importOutlines, () => import('./map/ImportOutlinesPage.tsx')),
]
