import type { Static } from '@linli/contract/schema'
import type { CourseList, MyWork, Untrained } from '@linli/contract/staff/shapes'
import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { png } from '../../../../../tests/kit/files.ts'
import { inDays, openStaff, type ServedStaff, words } from '../../../../../tests/kit/staffRoom.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let served: ServedStaff
let house: ServedStaff['house']
let admin: ServedStaff['admin']
let send: ServedStaff['send']
let codeOf: ServedStaff['codeOf']
let posted: ServedStaff['posted']
let lead: Actor
let elsewhere: Actor

beforeAll(async () => {
  served = await openStaff()
  ;({ house, admin, send, codeOf, posted, lead, elsewhere } = served)
})
afterAll(() => served.close())

describe('training', () => {
  async function session(seats: number): Promise<string> {
    const [course, id] = [newId(), newId()]
    const opened = {
      id: course,
      path: '/c1/',
      title: '怎样入户',
      posts: ['gridHead', 'unitHead'],
      material: '讲义',
    }
    expect((await send(lead, '/courses', opened)).status).toBe(201)
    const held = {
      id,
      startsAt: inDays(2),
      endsAt: inDays(2.1),
      place: '社区会议室',
      trainer: '老师',
      seats,
    }
    expect((await send(lead, `/courses/${course}/sessions`, held)).status).toBe(201)
    return id
  }

  it('is for those who hold a post that it trains; of two who press at once for the last seat one has it', async () => {
    const id = await session(1)
    const [one, two, building, far] = [
      await posted(),
      await posted(),
      await posted('buildingHead'),
      await posted('gridHead', '/c10/g1/'),
    ]
    for (const unmeant of [building, far])
      expect(await codeOf(unmeant, `/course-sessions/${id}/seat`)).toBe('staff.notMeant')
    const both = await Promise.all([one, two].map((actor) => send(actor, `/course-sessions/${id}/seat`)))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const [winner, loser] = both[0]?.status === 200 ? [one, two] : [two, one]
    expect(await codeOf(loser, `/course-sessions/${id}/leave`)).toBe('staff.noSeat')
    expect((await send(winner, `/course-sessions/${id}/leave`)).status).toBe(200)
    expect((await send(loser, `/course-sessions/${id}/seat`)).status).toBe(200)
    expect(await codeOf(loser, `/course-sessions/${id}/seat`)).toBe('staff.sessionFull')
  })

  it('is confirmed by who holds it, of nobody who did not sign up; the untrained are their own community’s to see', async () => {
    const id = await session(5)
    const [came, away] = [
      await posted('unitHead', '/c1/g2/', '王单元'),
      await posted('unitHead', '/c1/g2/', '李单元'),
    ]
    await send(came, `/course-sessions/${id}/seat`)
    const confirm = (people: Actor[], by = lead) =>
      codeOf(by, `/course-sessions/${id}/attendance`, { personIds: people.map(({ personId }) => personId) })
    expect(await confirm([came, away])).toBe('staff.notSignedUp')
    expect(await confirm([came], elsewhere)).toBe('kernel.forbidden')
    expect(await confirm([came])).toBe(200)
    const untrained = (actor: Actor, path: string) =>
      house.read<Untrained>(actor, `/untrained-posts?path=${encodeURIComponent(path)}`)
    const { body } = await untrained(lead, '/c1/g2/')
    expect(body.posts).toEqual([
      { post: 'unitHead', name: words('单元长'), held: 2, trained: 1, untaught: 0 },
    ])
    expect(body.items.map(({ name }) => name)).toEqual(['李单元'])
    // Whose post no course trains is not late for one.
    await posted('buildingHead', '/c1/g3/')
    expect((await untrained(lead, '/c1/g3/')).body).toEqual({
      posts: [{ post: 'buildingHead', name: words('楼栋长'), held: 1, trained: 0, untaught: 1 }],
      items: [],
    })
    expect((await untrained(elsewhere, '/c1/')).status).toBe(403)
    const own = (await house.read<MyWork>(came, '/me/work')).body.sessions.filter(({ isMine }) => isMine)
    expect(own).toMatchObject([{ id, hasAttended: true }])
  })
})

/** A Word file with some parts beside its own. */
function wordFile(more: { readonly [part: string]: string } = {}): Buffer {
  const zip = new PizZip()
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  zip.file(
    '[Content_Types].xml',
    `<Types><Override PartName="/word/document.xml" ContentType="${types}"/></Types>`,
  )
  zip.file('word/document.xml', '<w:document/>')
  for (const [part, text] of Object.entries(more)) zip.file(part, text)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

describe('files of a course', () => {
  const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  async function opened(): Promise<string> {
    const id = newId()
    const course = { id, path: '/c1/', title: '怎样入户', posts: ['gridHead'], material: '讲义' }
    expect((await send(lead, '/courses', course)).status).toBe(201)
    return id
  }
  const upload = (course: string, name: string, bytes: Buffer, by = lead) =>
    house.upload<{ id: string; code?: string }>(by, `/courses/${course}/files`, { name, bytes })
  const files = async (course: string, by = lead) =>
    (await house.read<Static<typeof CourseList>>(by, '/courses')).body.items.find(({ id }) => id === course)
      ?.files

  it('are opened by those whom the course is for, under a name that says what they are', async () => {
    const course = await opened()
    const [meant, other] = [await posted(), await posted('buildingHead')]
    const { status, body } = await upload(course, '../入户 要点.exe', PDF)
    expect(status).toBe(201)
    await upload(course, '图.png', png(40, 30))
    expect((await upload(course, '讲义.docx', wordFile())).status).toBe(201)
    expect((await files(course))?.map(({ name, mediaType }) => [name, mediaType.slice(0, 15)])).toEqual([
      ['入户 要点.pdf', 'application/pdf'],
      ['图.webp', 'image/webp'],
      ['讲义.docx', 'application/vnd'],
    ])
    const openBy = async (actor: Actor) => (await house.read(actor, `/course-files/${body.id}`)).status
    expect(await Promise.all([meant, lead, other, elsewhere].map(openBy))).toEqual([200, 200, 403, 403])
  })

  it('are what they say, whole, and nothing in them runs', async () => {
    const course = await opened()
    const codeFor = async (name: string, bytes: Buffer) => (await upload(course, name, bytes)).body.code
    expect(await codeFor('a.pdf', Buffer.from('<html><script>1</script>'))).toBe('files.documentKind')
    expect(await codeFor('a.pdf', Buffer.alloc(0))).toBe('files.empty')
    expect(await codeFor('a.docx', wordFile({ 'word/vbaProject.bin': 'x' }))).toBe('files.documentActive')
    // Without its end the archive is still known for a Word file.
    expect(await codeFor('a.docx', wordFile().subarray(0, -22))).toBe('files.documentDamaged')
    expect((await upload(course, 'a.pdf', PDF, elsewhere)).body.code).toBe('kernel.forbidden')
    expect(await files(course)).toEqual([])
  })

  it('are taken down with their bytes, once', async () => {
    const course = await opened()
    const { id } = (await upload(course, '讲义.pdf', PDF)).body
    expect(await codeOf(elsewhere, `/course-files/${id}/remove`)).toBe('kernel.forbidden')
    expect(await codeOf(lead, `/course-files/${id}/remove`)).toBe(200)
    expect((await house.read(lead, `/course-files/${id}`)).status).toBe(404)
    expect(await files(course)).toEqual([])
    const { rows } = await admin.query('select erased_at is not null as gone from files where id = $1', [id])
    expect(rows).toEqual([{ gone: true }])
    expect(await codeOf(lead, `/course-files/${id}/remove`)).toBe('kernel.notFound')
  })

  it('are at most twenty, whoever presses at once', async () => {
    const course = await opened()
    const all = await Promise.all(Array.from({ length: 22 }, (_, at) => upload(course, `${at}.pdf`, PDF)))
    expect(all.map(({ status }) => status).filter((status) => status === 201).length).toBe(20)
    expect((await files(course))?.length).toBe(20)
  })
})
