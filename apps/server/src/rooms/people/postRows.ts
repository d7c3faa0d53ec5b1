import type { Post } from '@linli/contract'
import { covers } from '../../kernel/auth/actor.ts'
import {
  allAreas,
  areaIndex,
  findings,
  type PlanContext,
  type Register,
  type RegisterRow,
  stepsOf,
} from '../places/index.ts'
import { rolesFor } from './policy.ts'
import { type PostPlace, type PostRefusal, postTerms } from './rules/postPlace.ts'
import { dayOf, phoneDigits, shareOf } from './rules/registerCells.ts'
import { dayNow, openUnits } from './store/postImports.ts'

/** A row of 任职表 whose cells were read and found right; who it is about is looked up for all rows together. */
export type PostRow = {
  readonly row: RegisterRow
  readonly name: string
  readonly phone: string
  readonly post: Post
  readonly place: PostPlace
  readonly fromOn: string | undefined
  readonly toOn: string | undefined
  readonly share: number | undefined
}

const REFUSALS: { readonly [refusal in PostRefusal]: [column: string, problem: string, remedy: string] } = {
  unknownPost: ['post', '没有这个岗位。', '请照模板“填写说明”里列的岗位名称填。'],
  administratorPost: ['post', '管理员和审计员不能在这里任。', '请安全管理员在工作账号里任命。'],
  postNeedsPlace: [
    'post',
    '没有填对这个岗位的地点或单位。',
    '单位里的岗位填单位，别的岗位填地点，不要都填。',
  ],
  daysWrong: ['to', '卸任的日子早于上任的日子。', '请核对两个日子。'],
}

/** A name as a file's cells have it: full-width signs are plain ones there. */
export const asInCells = (name: string): string => name.normalize('NFKC').trim()

/** Reads the rows of 任职表. @returns those that are right, and what is wrong with the others */
export async function postRows(
  { tx, actor, rules, checked }: PlanContext,
  columns: ReturnType<Register['columns']>,
  rows: readonly RegisterRow[],
): Promise<{ read: PostRow[]; found: ReturnType<typeof findings> }> {
  const found = findings(columns)
  const index = areaIndex(await allAreas(tx, actor.region))
  const units = Map.groupBy(await openUnits(tx, actor.region), ({ name }) => asInCells(name))
  const today = await dayNow(tx)
  const keys = new Map(rules.posts.map(({ key, name }) => [asInCells(name.zh), key]))
  const roles = rolesFor('assignPost')
  const readOne = (row: RegisterRow): PostRow | undefined => {
    const wrong = (column: string, problem: string, remedy: string) => {
      found.add(row, column, problem, remedy)
      return undefined
    }
    const {
      name = '',
      phone: number = '',
      post: title = '',
      unit = '',
      from = '',
      to = '',
      share = '',
    } = row.cells
    if (!name) return wrong('name', '没有姓名。', '请填人员表里登记的姓名。')
    const phone = phoneDigits(number)
    if (!phone) return wrong('phone', '电话写法不对。', '请填人员表里登记的手机号。')
    const steps = stepsOf(row, rules)
    if ('missing' in steps) return wrong(steps.missing, '中间空了一级。', '请从最上一级起逐级填写。')
    const { path, missing } = index.walk(steps)
    if (missing)
      return wrong(
        missing.level,
        `没有找到“${missing.name}”。`,
        '请先导入网格楼栋单元表，或改成系统里的名称。',
      )
    const named = unit ? (units.get(unit) ?? []) : []
    if (unit && named.length !== 1)
      return wrong('unit', `没有找到“${unit}”。`, '请填系统里的单位全称；有两家同名的，请在本人页面上任职。')
    const [fromOn, toOn] = [dayOf(from), dayOf(to)]
    if (from && !fromOn) return wrong('from', '日子写法不对。', '请写成 2026-03-01 这样。')
    if (to && !toOn) return wrong('to', '日子写法不对。', '请写成 2028-03-01 这样；没有定就空着。')
    if (toOn && toOn <= today)
      return wrong('to', '卸任的日子已经到了。', '只填今天以后还在任的；没有定就空着。')
    const percent = shareOf(share)
    if (share && !percent) return wrong('share', '占用时间写法不对。', '请填 1 到 100 的整数；不填就是 100。')
    const days = { fromOn: fromOn ?? undefined, toOn: toOn ?? undefined }
    const terms = postTerms(rules.posts, {
      post: keys.get(title) ?? '',
      areaPath: steps.length > 0 ? path : undefined,
      unitId: named[0]?.id,
      ...days,
    })
    if (terms.refused) return wrong(...REFUSALS[terms.refused])
    const { post, place } = terms
    const level = rules.levels.find(({ key }) => key === post.level)
    const last = steps.at(-1)?.level
    // One cell left empty would give a post over everything around it: here it stands exactly at its own level.
    if (level && last !== level.key)
      return wrong(
        level.key,
        `“${title}”要填到${level.name.zh}，不多也不少。`,
        '请照此填写；任在别的一级的，请在本人页面上任职。',
      )
    if (!roles.some((role) => covers(actor, role, place.areaPath ?? '/')))
      return wrong(last ?? 'unit', '不在您管理的范围内。', '请只填您管理的地点，或请上一级导入。')
    return { row, name, phone, post, place, ...days, share: percent ?? undefined }
  }
  const read: PostRow[] = []
  for (const row of rows) {
    await checked()
    const one = readOne(row)
    if (one) read.push(one)
  }
  return { read, found }
}
