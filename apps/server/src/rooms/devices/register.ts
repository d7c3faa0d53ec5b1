import { codesOf } from '@linli/contract'
import { SERIAL_PATTERN } from '@linli/contract/devices/shapes'
import { DEVICE_KINDS, LANGUAGES } from '@linli/contract/devices/words'
import { covers } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { phoneTail } from '../../kernel/policy/mask.ts'
import { phoneDigits } from '../people/index.ts'
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
import { contactContext, phoneContext } from './store/devices.ts'
import * as store from './store/imports.ts'

const SERIAL = new RegExp(SERIAL_PATTERN)
const CONTACTS = [1, 2, 3] as const
const codeOf = <Code extends string>(
  words: { readonly [code in Code]: { zh: string } },
  said: string,
): Code | undefined => (codesOf(words as never) as Code[]).find((code) => words[code].zh === said)

/**
 * 一键通设备表: one device a row, at the home of whoever has it, by the register of people. A device that is known already
 * stays as it is: what changes at a home is changed there, by whoever stands in it.
 */
export const devicesRegister: Register = {
  key: 'devices',
  columns: (rules) => [
    { key: 'serial', title: '机身编号', required: true, help: '设备上印的编号。', example: 'XH-000001' },
    {
      key: 'kind',
      title: '种类',
      required: true,
      help: `${Object.values(DEVICE_KINDS)
        .map(({ zh }) => zh)
        .join('、')}之一。`,
      example: DEVICE_KINDS.button.zh,
    },
    { key: 'model', title: '型号', required: true, help: '厂家的型号。', example: 'K-1' },
    ...levelColumns(rules, 1),
    { key: 'room', title: '室号', required: false, help: '房屋表里有的室号；库存的空着。', example: '501' },
    {
      key: 'name',
      title: '使用人',
      required: false,
      help: '人员表里这一户的人；库存的空着。',
      example: '王小明',
    },
    {
      key: 'phone',
      title: '回拨号码',
      required: false,
      help: '和本人的号码不同才填。',
      example: '079188886666',
    },
    {
      key: 'language',
      title: '说什么话',
      required: false,
      help: `${Object.values(LANGUAGES)
        .map(({ zh }) => zh)
        .join('、')}之一；不填就是普通话。`,
      example: LANGUAGES.mandarin.zh,
    },
    ...CONTACTS.flatMap((at) => [
      {
        key: `contact${at}`,
        title: `联系人${at}`,
        required: false,
        help: '姓名；前面写“邻居”的是邻居，别的是家人。',
        example: at === 1 ? '王大明' : '',
      },
      {
        key: `contactPhone${at}`,
        title: `联系人${at}电话`,
        required: false,
        help: '手机或座机。',
        example: at === 1 ? '13800000000' : '',
      },
    ]),
  ],
  plan: async ({ tx, crypto, actor, rules, checked, breathe }, rows) => {
    const { region } = actor
    const found = findings(devicesRegister.columns(rules))
    const index = areaIndex(await allAreas(tx, region))
    const doors = new Map(
      (await allHouseholds(tx, region)).flatMap((door) =>
        door.closed ? [] : [[`${door.path} ${door.room}`, door.id]],
      ),
    )
    const seen = new Map<string, number>()
    const read: { row: RegisterRow; device: store.ImportedDevice; name: string }[] = []
    const contacts: store.ImportedContact[] = []
    for (const row of rows) {
      await checked()
      const one = readRow(row)
      if (one) read.push(one)
    }
    const [known, members] = await Promise.all([
      store.knownSerials(
        tx,
        region,
        read.map(({ device }) => device.serial),
      ),
      store.membersOf(
        tx,
        region,
        read.flatMap(({ device }) => device.householdId ?? []),
      ),
    ])
    const named = Map.groupBy(contacts, ({ deviceId }) => deviceId)
    const fresh: store.ImportedDevice[] = []
    const kept: store.ImportedContact[] = []
    for (const { row, device, name } of read) {
      await breathe()
      if (known.has(device.serial)) continue
      const person = members.get(`${device.householdId} ${name}`)
      if (name && !person) {
        found.add(row, 'name', `这一户没有登记“${name}”。`, '请先导入人员表，或核对姓名。')
        continue
      }
      fresh.push({ ...device, personId: person ?? null })
      kept.push(...(named.get(device.id) ?? []).map((one) => ({ ...one, holderId: person ?? '' })))
    }
    const held = fresh.filter(({ personId }) => personId !== null)
    return {
      errors: found.errors.toSorted((a, b) => a.row - b.row),
      added: fresh.length,
      changed: 0,
      unchanged: known.size,
      writes: [
        writesOf(fresh, (part) => store.insertDevices(region, actor.personId, part)),
        writesOf(held, (part) => store.insertBindings(region, actor.personId, part)),
        writesOf(kept, (part) => store.insertContacts(region, part)),
      ],
    }

    function readRow(row: RegisterRow) {
      const {
        serial = '',
        kind = '',
        model = '',
        room: roomWritten = '',
        name = '',
        phone: written = '',
        language = '',
      } = row.cells
      const wrong = (column: string, problem: string, remedy: string): undefined =>
        found.add(row, column, problem, remedy) as undefined
      if (!SERIAL.test(serial))
        return wrong('serial', '机身编号写法不对。', '请填 3 到 40 位字母、数字或 . _ -。')
      const twin = seen.get(serial)
      if (twin) return wrong('serial', `和第 ${twin} 行是同一台。`, '请删去其中一行。')
      seen.set(serial, row.number)
      const code = codeOf(DEVICE_KINDS, kind)
      if (!code) return wrong('kind', '没有这一种。', '请照模板列的种类填。')
      if (!model || model.length > 60)
        return wrong('model', '没有型号，或太长。', '请填厂家的型号，最多 60 个字。')
      const steps = stepsOf(row, rules)
      const top = rules.levels[0]?.key ?? 'serial'
      if ('missing' in steps) return wrong(steps.missing, '中间空了一级。', '请从最上一级起逐级填写。')
      if (steps.length === 0) return wrong(top, '没有地点。', '请至少填到最上一级。')
      const { path, missing } = index.walk(steps)
      if (missing)
        return wrong(
          missing.level,
          `没有找到“${missing.name}”。`,
          '请先导入网格楼栋单元表，或改成系统里的名称。',
        )
      if (!covers(actor, 'regionAdmin', path))
        return wrong(
          steps.at(-1)?.level ?? top,
          '不在您管理的范围内。',
          '请只填您管理的地点，或请上一级导入。',
        )
      const room = roomWritten.replace(/室$/, '')
      const householdId = room ? (doors.get(`${path} ${room}`) ?? null) : null
      if (room && !householdId)
        return wrong('room', `这里没有登记 ${room} 室。`, '请先导入房屋表，或把室号空着。')
      if (name && !householdId) return wrong('room', '写了使用人，没有室号。', '请填使用人住的室号。')
      const phone = written ? phoneDigits(written) : null
      if (written && !phone)
        return wrong('phone', '电话写法不对。', '请填 11 位手机号，或区号加座机号；没有就空着。')
      const spoken = language ? codeOf(LANGUAGES, language) : 'mandarin'
      if (!spoken) return wrong('language', '没有这一项。', '请照模板列的填；不填就是普通话。')
      const id = newId()
      for (const at of CONTACTS) {
        const who = row.cells[`contact${at}`] ?? ''
        const number = row.cells[`contactPhone${at}`] ?? ''
        if (!who && !number) continue
        const digits = phoneDigits(number)
        if (!who || who.length > 40 || !digits)
          return wrong(`contactPhone${at}`, '联系人要有姓名和电话。', '请补齐，或两格都空着。')
        if (!name) return wrong('name', '写了联系人，没有使用人。', '请填使用人，或把联系人空着。')
        const isNeighbour = who.startsWith('邻居')
        const contactId = newId()
        contacts.push({
          id: contactId,
          deviceId: id,
          holderId: '',
          place: at,
          kind: isNeighbour ? 'neighbour' : 'family',
          name: (isNeighbour ? who.slice(2) : who).trim() || who,
          cipher: crypto.encryptField(digits, contactContext(region, contactId)),
          index: crypto.lookUp(digits).toString('hex'),
          tail: phoneTail(digits),
        })
      }
      const device: store.ImportedDevice = {
        id,
        serial,
        kind: code,
        model,
        path,
        householdId,
        personId: null,
        language: name ? spoken : null,
        cipher: phone && name ? crypto.encryptField(phone, phoneContext(region, id)) : null,
        tail: phone && name ? phoneTail(phone) : null,
      }
      return { row, device, name }
    }
  },
}
