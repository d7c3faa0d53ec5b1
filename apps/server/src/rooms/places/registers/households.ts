import { covers } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { householdAddress, insertHouseholds, type NewHousehold, reopenHouseholds } from '../store.ts'
import { allAreas, allHouseholds } from '../views/registers.ts'
import { areaIndex } from './areaIndex.ts'
import { levelColumns, stepsOf } from './chain.ts'
import { findings, type Register, writesOf } from './register.ts'

const ROOM = /^[\p{Script=Han}A-Za-z0-9-]{1,20}$/u

/** 房屋表: one door a row, in a building or entrance that is there already. */
export const householdsRegister: Register = {
  key: 'households',
  columns: (rules) => [
    ...levelColumns(rules, Math.max(1, rules.levels.length - 1)),
    { key: 'room', title: '室号', required: true, help: '门牌上的室号，例如 501。', example: '501' },
  ],
  plan: async ({ tx, crypto, actor, rules, checked }, rows) => {
    const found = findings(householdsRegister.columns(rules))
    const index = areaIndex(await allAreas(tx, actor.region))
    const doorOf = (path: string, room: string) => `${path} ${room}`
    const known = new Map(
      (await allHouseholds(tx, actor.region)).map((row) => [doorOf(row.path, row.room), row]),
    )
    const seen = new Map<string, number>()
    const fresh: NewHousehold[] = []
    const again: string[] = []
    let unchanged = 0
    for (const row of rows) {
      await checked()
      const steps = stepsOf(row, rules)
      if ('missing' in steps) {
        found.add(row, steps.missing, '中间空了一级。', '请从最上一级起逐级填写。')
        continue
      }
      const room = (row.cells.room ?? '').replace(/室$/, '')
      if (!ROOM.test(room)) {
        found.add(
          row,
          'room',
          room ? '室号写法不对。' : '没有室号。',
          '请填门牌上的室号，例如 501 或 A-502。',
        )
        continue
      }
      const { path, missing } = index.walk(steps)
      if (missing) {
        found.add(
          row,
          missing.level,
          `没有找到“${missing.name}”。`,
          '请先导入网格楼栋单元表，或改成系统里的名称。',
        )
        continue
      }
      if (!covers(actor, 'regionAdmin', path)) {
        found.add(
          row,
          steps.at(-1)?.level ?? 'room',
          '不在您管理的范围内。',
          '请只填您管理的地点，或请上一级导入。',
        )
        continue
      }
      const door = doorOf(path, room)
      const twin = seen.get(door)
      if (twin) {
        found.add(row, 'room', `和第 ${twin} 行是同一户。`, '请删去其中一行。')
        continue
      }
      seen.set(door, row.number)
      const household = known.get(door)
      if (household?.closed) again.push(household.id)
      else if (household) unchanged += 1
      else {
        const id = newId()
        const words = [...steps.flatMap((step) => [step.compound ?? '', step.name]), room]
          .filter(Boolean)
          .join('')
        fresh.push({ id, path, room, ...householdAddress(crypto, actor.region, id, words) })
      }
    }
    return {
      errors: found.errors,
      added: fresh.length,
      changed: again.length,
      unchanged,
      writes: [
        writesOf(fresh, (part) => insertHouseholds(actor.region, part)),
        writesOf(again, (part) => reopenHouseholds(actor.region, part)),
      ],
    }
  },
}
