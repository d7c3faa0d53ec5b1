import { newId } from '../../apps/server/src/kernel/ids.ts'
import { keyHash } from '../../apps/server/src/rooms/devices/actions/keep.ts'
import type { TestHouse } from './house.ts'
import { plantMember } from './houseCare.ts'
import { canaryPhone, canaryText, type Ground } from './houseGround.ts'
import { plantOrder } from './houseOrders.ts'
import { plantPerson } from './houseRows.ts'

// One-key devices and their presses, planted behind the house's back.

type Db = TestHouse
export type PlantedDevice = {
  readonly id: string
  readonly serial: string
  readonly person: string
  readonly household: string
}
let devices = 0

/** A device in somebody's home, with the number to call and a member of the family. */
export async function plantDevice(
  db: Db,
  ground: Ground,
  wish: { readonly person?: string; readonly key?: string; readonly inStock?: boolean } = {},
): Promise<PlantedDevice> {
  const { admin, house } = db
  const { region } = ground
  const id = newId()
  devices += 1
  const serial = `XH-${String(devices).padStart(5, '0')}-${id.slice(-4)}`
  const { household, person } = await plantMember(db, ground, wish.person ?? (await plantPerson(db, ground)))
  const phone = canaryPhone(ground)
  const tail = phone.slice(0, 3) + phone.slice(-4)
  const hash = wish.key ? keyHash(`${region}/${serial}`, wish.key) : null
  await admin.query(
    `insert into devices (region_id, id, serial, kind, model, state, path, person_id, household_id, language, phone_cipher, phone_tail, key_hash, key_at, battery, heard_at, bound_at, version, by_person, added_at)
     values ($1, $2, $3, 'button', 'K-1', $4, $5, $6, $7, $8, $9, $10, $11, case when $11::bytea is null then null else now() end, 88, now(), $12, 1, $13, now())`,
    [
      region,
      id,
      serial,
      wish.inStock ? 'stock' : 'bound',
      ground.path,
      wish.inStock ? null : person,
      wish.inStock ? null : household,
      wish.inStock ? null : 'dialect',
      wish.inStock ? null : house.crypto.encryptField(phone, `devices.phone:${region}:${id}`),
      wish.inStock ? null : tail,
      hash,
      wish.inStock ? null : new Date().toISOString(),
      newId(),
    ],
  )
  if (wish.inStock) return { id, serial, person, household }
  await admin.query(
    `insert into device_bindings (region_id, id, device_id, person_id, household_id, by_person, from_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [region, newId(), id, person, household, newId()],
  )
  const contact = newId()
  await admin.query(
    `insert into device_contacts (region_id, id, device_id, holder_id, place, kind, name, phone_cipher, phone_hmac, phone_tail, nights, at)
     values ($1, $2, $3, $4, 1, 'family', $5, $6, $7, $8, false, now())`,
    [
      region,
      contact,
      id,
      person,
      canaryText(ground, '林'),
      house.crypto.encryptField(phone, `device_contacts.phone:${region}:${contact}`),
      house.crypto.lookUp(phone),
      tail,
    ],
  )
  return { id, serial, person, household }
}

export type PlantedPress = PlantedDevice & { readonly press: string; readonly order: string }

/** A press that waits for its call, or an emergency to which somebody is asked. */
export async function plantPress(
  db: Db & { readonly item: string },
  ground: Ground,
  wish: { readonly emergency?: boolean; readonly asked?: string; readonly person?: string } = {},
): Promise<PlantedPress> {
  const { admin } = db
  const device = await plantDevice(db, ground, wish.person ? { person: wish.person } : {})
  const order = await plantOrder(db, db.item, { ground, state: 'submitted', requester: device.person })
  const press = newId()
  await admin.query(
    `insert into device_presses (region_id, id, device_id, person_id, path, order_id, stage, presses, pressed_at, last_at, next_at, why, emergency_at, wave, version)
     values ($1, $2, $3, $4, $5, $6, $7, 1, now(), now(), now() + interval '1 hour', $8, $9, $10, 1)`,
    [
      ground.region,
      press,
      device.id,
      device.person,
      ground.path,
      order,
      wish.emergency ? 'emergency' : 'calling',
      wish.emergency ? 'danger' : null,
      wish.emergency ? new Date().toISOString() : null,
      wish.emergency ? 1 : 0,
    ],
  )
  await admin.query(
    `insert into device_press_steps (region_id, id, press_id, holder_id, verb, at) values ($1, $2, $3, $4, 'pressed', now())`,
    [ground.region, newId(), press, device.person],
  )
  const asked = wish.asked ?? (wish.emergency ? await plantPerson(db, ground, { helper: true }) : undefined)
  if (asked)
    await admin.query(
      `insert into device_press_asked (region_id, press_id, person_id, holder_id, wave, why, asked_at) values ($1, $2, $3, $4, 1, 'neighbours', now())`,
      [ground.region, press, asked, device.person],
    )
  return { ...device, press, order }
}
