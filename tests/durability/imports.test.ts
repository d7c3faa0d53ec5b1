import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LARGEST_TOWN, makeTown, timesTown } from '../../apps/server/src/demo/large/madeTown.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { writeTown } from '../kit/town/writeTown.ts'
import { type Person, sitDown } from './folk.ts'
import { isLong, say, sized, until } from './form.ts'
import { openStand, type Stand } from './stand.ts'

// The server is killed in the middle of a register's import; nothing of it may be there afterwards, and the same file,
// sent again, is taken as a whole. `npm run verify -- --only imports` is the long form: all people of the largest place,
// whose import is followed as a run.

const TOWN = makeTown(timesTown(LARGEST_TOWN, sized(1, 10) / 10))

let stand: Stand
let admin: Person
let file: Blob

beforeAll(async () => {
  stand = await openStand()
  admin = await sitDown(stand.db, [['regionAdmin', '/']])
  const behind = new pg.Client({ connectionString: stand.superuserUrl })
  await behind.connect()
  await writeTown(behind, TOWN, { withPeople: false })
  await behind.end()
  file = new Blob([registerOf()])
}, 300_000)
afterAll(() => stand?.close(), 150_000)

/** The people of the town as a clerk's table. */
function registerOf(): string {
  const names = new Map(TOWN.areas.map((area) => [area.path, area]))
  const rooms = new Map(TOWN.households.map(({ id, room }) => [id, room]))
  const lines = [...TOWN.people()].map(({ name, phone, path, householdId }) => {
    const codes = path.split('/').slice(1, -1)
    const way = codes.map((_, depth) => names.get(`/${codes.slice(0, depth + 1).join('/')}/`))
    const [street, community, grid, building, entrance] = way.map((area) => area?.name ?? '')
    const compound = way[3]?.compound ?? ''
    const room = rooms.get(householdId)
    return [name, phone ?? '', street, community, grid, compound, building, entrance, room].join(',')
  })
  return [['姓名', '电话', '街道', '社区', '网格', '小区', '楼栋', '单元', '室号'].join(','), ...lines].join(
    '\r\n',
  )
}

type Answer = { readonly applied: boolean; readonly added: number; readonly run?: string | null }

async function send(key: string): Promise<Answer | undefined> {
  const form = new FormData()
  form.append('file', file, '人员.csv')
  const answer = await fetch(`${stand.first.url}/api/registers/people/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.token}`, 'idempotency-key': key },
    body: form,
  }).catch(() => undefined) // cut off by the kill
  if (answer && answer.status !== 200) throw new Error(await answer.text())
  return answer && ((await answer.json()) as Answer) // the operation's own answer
}

const runOf = async (id: string): Promise<{ state: string; result: Answer | null }> => {
  const answer = await fetch(`${stand.first.url}/api/register-runs/${id}`, {
    headers: { authorization: `Bearer ${admin.token}` },
  })
  return (await answer.json()) as { state: string; result: Answer | null } // the operation's own answer
}

/** Everybody but the one who sends. */
const people = async (): Promise<number> =>
  (
    await stand.admin<{ n: number }>('select count(*)::int as n from people where id <> $1', [admin.personId])
  )[0]?.n ?? -1

/** A statement of the import is at work, or has been and its transaction is open. */
const isWriting = async (): Promise<boolean> =>
  (
    await stand.admin(
      `select 1 from pg_stat_activity where query like '%insert into people%' and pid <> pg_backend_pid()
        and backend_xid is not null`,
    )
  ).length > 0

it('a server killed in the middle leaves nothing, says so, and takes the same file again', async () => {
  const key = newId()
  const first = send(key)
  first.catch(() => undefined) // told below
  if (isLong) await first // answered with a run, which goes on
  await until('the writing', isWriting, 120_000)
  await stand.first.kill()
  const run = (await first)?.run
  stand.first.start()
  await stand.first.ready()
  expect(await people()).toBe(0)
  if (run) {
    // A minute of silence, without the waiting.
    await stand.admin(`update register_runs set beat_at = beat_at - interval '61 seconds' where id = $1`, [
      run,
    ])
    expect(await runOf(run)).toMatchObject({ state: 'lost', result: null })
  }
  // What was never answered is sent with its own key; a lost run was answered, so its file is a new sending.
  const again = await send(run ? newId() : key)
  if (!again) throw new Error('the file was not taken the second time')
  const { run: second } = again
  const end = second
    ? await until('the end of the run', async () => (await runOf(second)).result ?? undefined, 180_000, 250)
    : again
  expect(end).toMatchObject({ applied: true, added: TOWN.size.people })
  expect(await people()).toBe(TOWN.size.people)
  say(`imports: ${TOWN.size.people} people, killed ${run ? 'as a run' : 'before it was answered'}, none half`)
}, 600_000)
