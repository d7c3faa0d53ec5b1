import type { Post } from '@linli/contract'
import { findOrCreateAccount } from '../../kernel/auth/accounts.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { MOST_RANGES } from '../../kernel/db/scope.ts'
import { newId } from '../../kernel/ids.ts'
import {
  levelColumns,
  type PlanContext,
  type Register,
  type RegisterRow,
  writesEach,
} from '../places/index.ts'
import { refusedGrant } from './actions/administrators.ts'
import { holdPost } from './actions/holdPost.ts'
import { accountNeeded } from './errors.ts'
import { asInCells, type PostRow, postRows } from './postRows.ts'
import { claimPerson } from './store/identity.ts'
import * as store from './store/postImports.ts'
import { separateAreas } from './store/posts.ts'

/** A row that is to be written. */
type Fresh = PostRow & { readonly person: store.ImportedHolder }

const keyOf = (post: string, { areaPath, unitId }: PostRow['place']) =>
  JSON.stringify([post, areaPath, unitId])

/**
 * 任职表: one post a row, for somebody of 人员表 by their number. Each new row is an `assignPost`; a post that is held
 * stays as it is. Whoever has no account yet gets the one that their number signs in to.
 * @param grantsChanged told which accounts must be read again
 */
export const postsRegister = (grantsChanged: (accountId: string) => void): Register => ({
  key: 'posts',
  columns: (rules) => columnsOf(rules),
  plan: async (context, rows) => {
    const { tx, actor, breathe } = context
    const { read, found } = await postRows(context, columnsOf(context.rules), rows)
    const holders = await whoHolds(context, read)
    const people = [...new Set(holders.values().map(({ person }) => person.id))]
    const held = new Set(
      (await store.postsNow(tx, actor.region, people)).map(
        (post) => `${post.personId} ${JSON.stringify([post.post, post.areaPath, post.unitId])}`,
      ),
    )
    const seen = new Map<string, RegisterRow>()
    const areas = new Map<string, string[]>()
    const fresh: Fresh[] = []
    let unchanged = 0
    for (const each of read) {
      await breathe()
      const { row, name, phone, post, place } = each
      const holder = holders.get(phone)
      const wrong = whyNot(holder, name, phone, actor.personId)
      if (!holder || wrong) {
        if (wrong) found.add(row, ...wrong)
        continue
      }
      const key = `${holder.person.id} ${keyOf(post.key, place)}`
      const twin = seen.get(key)
      seen.set(key, row)
      if (twin) found.add(row, 'post', `和第 ${twin.number} 行是同一个任职。`, '请删去其中一行。')
      else if (held.has(key)) unchanged += 1
      else {
        const { areaPath } = place
        const paths = [...(areas.get(holder.person.id) ?? []), ...(areaPath === null ? [] : [areaPath])]
        areas.set(holder.person.id, paths)
        const { accountId } = holder
        const many = areaPath !== null && (accountId !== null || paths.length > MOST_RANGES)
        if (many && (await separateAreas(tx, actor.region, accountId, paths)) > MOST_RANGES)
          found.add(row, 'post', '一个人最多兼任四处。', '请先卸任一处，或换一个人。')
        else fresh.push({ ...each, person: holder.person })
      }
    }
    const changed = new Set<string>()
    return {
      errors: found.errors.toSorted((a, b) => a.row - b.row),
      added: fresh.length,
      changed: 0,
      unchanged,
      writes: [
        writesEach(fresh, async (tx, row) => {
          const accountId = await accountFor(tx, context, row)
          changed.add(accountId)
          const { person, post, place, fromOn, toOn, share } = row
          const holding = { id: newId(), personId: person.id, accountId, post, ...place, fromOn, toOn, share }
          try {
            await holdPost(tx, actor, holding)
          } catch (error) {
            throw refusedGrant(error) ?? error
          }
        }),
      ],
      committed: () => {
        for (const accountId of changed) grantsChanged(accountId)
      },
    }
  },
})

type Rules = PlanContext['rules']

const columnsOf = (rules: Rules) => {
  const deepest = rules.posts.find(({ level }: Post) => level === rules.levels.at(-1)?.key) ?? rules.posts[0]
  return [
    { key: 'name', title: '姓名', required: true, help: '和人员表里的一样。', example: '王小明' },
    {
      key: 'phone',
      title: '电话',
      required: true,
      help: '人员表里登记的手机号。本人以后用这个号码登录。',
      example: '13800000000',
    },
    {
      key: 'post',
      title: '岗位',
      required: true,
      help: `${rules.posts.map(({ name }) => name.zh).join('、')}之一；管理员和审计员不能在这里任。已在这个岗位上的，这一行不动。`,
      example: deepest?.name.zh ?? '',
    },
    ...levelColumns(rules, 0),
    {
      key: 'unit',
      title: '单位',
      required: false,
      help: '单位里的岗位填单位名称，地点空着；别的岗位空着。',
      example: '',
    },
    {
      key: 'from',
      title: '上任',
      required: false,
      help: '例如 2026-03-01；不填就是今天。',
      example: '2026-03-01',
    },
    { key: 'to', title: '卸任', required: false, help: '例如 2028-03-01；没有定就空着。', example: '' },
    {
      key: 'share',
      title: '占用时间',
      required: false,
      help: '占工作时间的百分之几，1 到 100；不填就是 100。',
      example: '100',
    },
  ]
}

/** Somebody of the register by their number, with the account that it signs in to where there is one. */
type Holder = {
  readonly person: store.ImportedHolder
  readonly accountId: string | null
  readonly account: store.ImportedAccount | undefined
}

/** Who the rows' numbers belong to: looked up as a sign-in does, the register before the number's own account. */
async function whoHolds(
  { tx, crypto, actor }: PlanContext,
  read: readonly PostRow[],
): Promise<Map<string, Holder>> {
  const numbers = new Map(read.map(({ phone }) => [phone, crypto.lookUps(phone)]))
  const indexes = [...numbers.values()].flat()
  const people = await store.holdersOfNumbers(tx, actor.region, indexes)
  const known = people.flatMap(({ accountId }) => accountId ?? [])
  const accounts = await store.accountsOfHolders(tx, actor.region, known, indexes)
  const byPhone = new Map(people.map((person) => [person.phone, person]))
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const byNumber = new Map(accounts.flatMap((each) => (each.phone ? [[each.phone, each] as const] : [])))
  return new Map(
    numbers.entries().flatMap(([phone, macs]) => {
      const hex = macs.map((mac) => mac.toString('hex'))
      const person = hex.flatMap((index) => byPhone.get(index) ?? [])[0]
      if (!person) return []
      const registered = person.accountId ? byId.get(person.accountId) : undefined
      const account = registered ?? hex.flatMap((index) => byNumber.get(index) ?? [])[0]
      return [[phone, { person, account, accountId: account?.id ?? null }] as const]
    }),
  )
}

/** The column, what is wrong and what to do, when a number's holder cannot take a post. */
function whyNot(
  holder: Holder | undefined,
  name: string,
  phone: string,
  me: string,
): [column: string, problem: string, remedy: string] | undefined {
  if (!holder?.person.name) return ['phone', '人员表里没有这个电话。', '请先导入人员表，或核对号码。']
  const { person, account } = holder
  if (asInCells(person.name) !== name)
    return ['name', '这个电话登记的不是这个姓名。', '请核对；姓名改过的，请先导入人员表。']
  if (person.id === me) return ['name', '不能给自己任职。', '请另一位管理员来办。']
  if (account?.personId && account.personId !== person.id)
    return ['phone', '用这个号码登录的是另一个人。', '请在人员里核对这个号码是谁的。']
  if (account?.isClosed) return ['phone', '这位同事的账号已经停用。', '请先在工作账号里启用。']
  if (account?.isSecurity) return ['post', '安全管理员不再兼别的岗位。', '请换一位。']
  if (!account && !phone.startsWith('1'))
    return ['phone', '座机收不到登录的验证码。', '请先在人员表里登记手机号。']
  return undefined
}

/** The account that a number signs in to, found or made as its first sign-in would, and bound to its person. @throws accountNeeded */
async function accountFor(tx: Tx, { crypto, actor }: PlanContext, { person, phone }: Fresh): Promise<string> {
  const { id, isClosed } = await findOrCreateAccount(tx, crypto, phone, person.accountId ?? undefined)
  if (isClosed) throw accountNeeded()
  if (person.accountId) return id
  await claimPerson(crypto, tx, actor.region, id, phone)
  // Whoever signed in since the rows were checked has bound the same account; any other is somebody else's.
  const [bound] = await store.holdersOfNumbers(tx, actor.region, crypto.lookUps(phone))
  if (bound?.id !== person.id || bound.accountId !== id) throw accountNeeded()
  return id
}
