import { covers } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { below, nextCode } from '../rules/codes.ts'
import { insertAreas, type NewArea } from '../store.ts'
import { allAreas } from '../views/registers.ts'
import { areaIndex } from './areaIndex.ts'
import { levelColumns, type Step, stepsOf } from './chain.ts'
import { findings, type Register, type RegisterRow, writesOf } from './register.ts'

const LONGEST_NAME = 60

/** 网格楼栋单元表: each row names one area by the way to it; areas above it that are not there yet are opened too. */
export const areasRegister: Register = {
  key: 'areas',
  columns: (rules) => levelColumns(rules, 1),
  plan: async ({ tx, actor, rules, checked }, rows) => {
    const found = findings(areasRegister.columns(rules))
    const index = areaIndex(await allAreas(tx, actor.region))
    const fresh: NewArea[] = []
    let unchanged = 0
    const open = (parent: string, step: Step): string => {
      const code = nextCode(step.prefix, step.name, index.used(parent))
      const { level, name, compound } = step
      const area = { id: newId(), path: below(parent, code), parentPath: parent, level, code, name, compound }
      fresh.push(area)
      index.add({ ...area, closed: false })
      return area.path
    }
    const take = (row: RegisterRow): void => {
      const steps = stepsOf(row, rules)
      if ('missing' in steps) {
        found.add(row, steps.missing, '中间空了一级。', '请从最上一级起逐级填写。')
        return
      }
      const wrong = steps.find(({ name, compound }) =>
        [name, compound ?? ''].some((text) => text.length > LONGEST_NAME),
      )
      if (wrong) {
        found.add(row, wrong.level, '名称太长。', `最多 ${LONGEST_NAME} 个字，请缩短。`)
        return
      }
      let path = '/'
      let opened = 0
      for (const step of steps) {
        const known = index.find(path, step)
        if (!known && !covers(actor, 'regionAdmin', path)) {
          found.add(row, step.level, '不在您管理的范围内。', '请只填您管理的地点，或请上一级导入。')
          return
        }
        if (!known) opened += 1
        path = known?.path ?? open(path, step)
      }
      if (opened === 0) unchanged += 1
    }
    for (const row of rows) {
      take(row)
      await checked()
    }
    return {
      errors: found.errors,
      added: fresh.length,
      changed: 0,
      unchanged,
      writes: [writesOf(fresh, (part) => insertAreas(actor.region, part))],
    }
  },
}
