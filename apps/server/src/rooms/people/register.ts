import { covers } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { phoneTail } from '../../kernel/policy/mask.ts'
import {
  allAreas,
  allHouseholds,
  areaIndex,
  findings,
  levelColumns,
  type Register,
  type RegisterRow,
  stepsOf,
  writesOf,
} from '../places/index.ts'
import { isName, phoneDigits } from './rules/registerCells.ts'
import { phoneContext } from './store/identity.ts'
import * as store from './store/imports.ts'

/** A row whose cells were read and found right. */
type Read = {
  readonly row: RegisterRow
  readonly name: string
  readonly phone: string | null
  /** The number's index by each key in use, hexadecimal, the writing one first. */
  readonly indexes: readonly string[]
  readonly path: string
  readonly householdId: string | null
}

/** 人员表: one person a row. The number, or without one the name at the door, says whether the person is known. */
export const peopleRegister: Register = {
  key: 'people',
  columns: (rules) => [
    { key: 'name', title: '姓名', required: true, help: '真实姓名。', example: '王小明' },
    {
      key: 'phone',
      title: '电话',
      required: true,
      help: '11 位手机号，或区号加座机号；没有就空着。',
      example: '13800000000',
    },
    ...levelColumns(rules, 1),
    {
      key: 'room',
      title: '室号',
      required: false,
      help: '房屋表里有的室号；不填就只登记到楼栋。',
      example: '501',
    },
  ],
  plan: async (context, rows) => {
    const { tx, crypto, actor, checked, breathe } = context
    const found = findings(peopleRegister.columns(context.rules))
    const reader = rowReader(
      await allAreas(tx, actor.region),
      await allHouseholds(tx, actor.region),
      context,
      found,
    )
    const read: Read[] = []
    for (const row of rows) {
      await checked()
      const person = reader(row)
      if (person) read.push(person)
    }
    const known = await store.knownPeople(
      tx,
      actor.region,
      read.flatMap(({ indexes }) => indexes),
      [...new Set(read.flatMap(({ phone, path }) => (phone ? [] : [path])))],
    )
    const byPhone = new Map(
      known.flatMap((person) => (person.phone ? [[person.phone, person] as const] : [])),
    )
    const atDoor = (name: string, path: string | null, household: string | null) =>
      JSON.stringify([name, path, household])
    const byDoor = new Map(
      known.flatMap((person) =>
        person.phone ? [] : [[atDoor(person.name, person.path, person.householdId), person] as const],
      ),
    )
    const fresh: store.ImportedPerson[] = []
    const changed: store.ImportedPerson[] = []
    let unchanged = 0
    for (const { row, name, phone, indexes, path, householdId } of read) {
      await breathe()
      const person = phone
        ? indexes.flatMap((index) => byPhone.get(index) ?? [])[0]
        : byDoor.get(atDoor(name, path, householdId))
      if (person?.path && !covers(actor, 'regionAdmin', person.path)) {
        found.add(row, 'phone', '这个电话已登记在别的辖区。', '请核对号码，或请上一级更正。')
        continue
      }
      const home = { name, path, householdId }
      if (!person) {
        const secret = phone
          ? {
              cipher: crypto.encryptField(phone, phoneContext(actor.region)),
              index: indexes[0] ?? null,
              tail: phoneTail(phone),
            }
          : { cipher: null, index: null, tail: null }
        fresh.push({ id: newId(), ...home, ...secret })
      } else if (person.name === name && person.path === path && person.householdId === householdId)
        unchanged += 1
      else changed.push({ id: person.id, ...home, cipher: null, index: null, tail: null })
    }
    return {
      errors: found.errors,
      added: fresh.length,
      changed: changed.length,
      unchanged,
      writes: [
        writesOf(fresh, (part) => store.insertPeople(actor.region, part)),
        writesOf(changed, (part) => store.updatePeople(actor.region, part)),
        writesOf(changed, (part) => store.endMembers(actor.region, part)),
        writesOf([...fresh, ...changed], (part) => store.beginMembers(actor.region, part)),
      ],
    }
  },
}

/** Reads one row at a time and remembers what the file has said before; undefined when the row is wrong. */
function rowReader(
  areas: Parameters<typeof areaIndex>[0],
  households: readonly { id: string; path: string; room: string; closed: boolean }[],
  { actor, crypto, rules }: Parameters<Register['plan']>[0],
  found: ReturnType<typeof findings>,
) {
  const index = areaIndex(areas)
  const doors = new Map(
    households.flatMap((door) => (door.closed ? [] : [[`${door.path} ${door.room}`, door.id]])),
  )
  const seen = new Map<string, number>()
  return (row: RegisterRow): Read | undefined => {
    const { name = '', phone: written = '', room: roomWritten = '' } = row.cells
    const wrong = (column: string, problem: string, remedy: string) => {
      found.add(row, column, problem, remedy)
      return undefined
    }
    if (!isName(name))
      return wrong('name', name ? '姓名写法不对。' : '没有姓名。', '请填真实姓名，最多 40 个字。')
    const phone = written ? phoneDigits(written) : null
    if (written && !phone)
      return wrong('phone', '电话写法不对。', '请填 11 位手机号，或区号加座机号；没有就空着。')
    const steps = stepsOf(row, rules)
    const top = rules.levels[0]?.key ?? 'name'
    if ('missing' in steps) return wrong(steps.missing, '中间空了一级。', '请从最上一级起逐级填写。')
    if (steps.length === 0) return wrong(top, '没有住址。', '请至少填到最上一级。')
    const { path, missing } = index.walk(steps)
    if (missing)
      return wrong(
        missing.level,
        `没有找到“${missing.name}”。`,
        '请先导入网格楼栋单元表，或改成系统里的名称。',
      )
    if (!covers(actor, 'regionAdmin', path))
      return wrong(steps.at(-1)?.level ?? top, '不在您管理的范围内。', '请只填您管理的地点，或请上一级导入。')
    const room = roomWritten.replace(/室$/, '')
    const householdId = room ? (doors.get(`${path} ${room}`) ?? null) : null
    if (room && !householdId)
      return wrong('room', `这里没有登记 ${room} 室。`, '请先导入房屋表，或把室号空着。')
    const key = phone ?? JSON.stringify([name, path, householdId])
    const twin = seen.get(key)
    if (twin) return wrong(phone ? 'phone' : 'name', `和第 ${twin} 行是同一个人。`, '请删去其中一行。')
    seen.set(key, row.number)
    const indexes = phone ? crypto.lookUps(phone).map((index) => index.toString('hex')) : []
    return { row, name, phone, indexes, path, householdId }
  }
}
