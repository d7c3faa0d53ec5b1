import { delicateIn } from '@linli/contract/visits/delicate'
import type { FormRemark, Question, ReadForm } from '@linli/contract/visits/shapes'
import type { QuestionKind } from '@linli/contract/visits/words'
import { type Alternatives, both, relevanceOf } from './relevance.ts'

/** The sheets of a form file as texts, the first line being row 1; a sheet that is not there has none. */
export type FormSheets = {
  readonly [sheet in 'survey' | 'choices' | 'settings']: readonly (readonly string[])[]
}
type Row = { readonly at: number; readonly cells: ReadonlyMap<string, string> }
type Choice = { readonly code: string; readonly label: string }
type Asked = { readonly question: Question; readonly choices: readonly Choice[] }

const KINDS: { readonly [type: string]: QuestionKind } = {
  text: 'text',
  string: 'text',
  integer: 'number',
  int: 'number',
  decimal: 'decimal',
  select_one: 'choice',
  select_multiple: 'several',
  image: 'photo',
  photo: 'photo',
  geopoint: 'place',
  location: 'place',
  note: 'note',
}
const KNOWN = ['type', 'name', 'label', 'hint', 'required', 'relevant', 'relevance']
const MOST = { questions: 40, choices: 20, alternatives: 20, conditions: 10 }
const TRUE = /^(yes|true|true\(\)|1|是)$/i
const DEFAULT_TYPES = new Set(['start', 'end', 'today', 'deviceid', 'username'])
const OPENS = /^begin[ _]group$/i
const CLOSES = /^end[ _]group$/i

/** The rows of a sheet by their column words; empty rows are left out, and the numbers stay as the spreadsheet shows them. */
function rowsOf(lines: readonly (readonly string[])[]): Row[] {
  const [head = []] = lines
  const columns = head.map((word) => word.trim().toLowerCase())
  return lines.flatMap((line, index) => {
    const cells = new Map(
      columns.flatMap((column, at) => (line[at]?.trim() ? [[column, line[at].trim()]] : [])),
    )
    return index === 0 || cells.size === 0 ? [] : [{ at: index + 1, cells }]
  })
}

const CHINESE = /^(label|hint)::?\s*(中文|chinese|简体中文|zh)\b.*/
const isOf = (column: string, of: 'label' | 'hint'): boolean => column === of || column.startsWith(`${of}:`)
/** The column that a label or hint is read from: the Chinese one first, then the plain one, then any other language. */
function columnOf({ cells }: Row, of: 'label' | 'hint'): string | undefined {
  const columns = [...cells.keys()].filter((column) => isOf(column, of))
  const chinese = columns.find((column) => CHINESE.test(column) || column.includes('中文'))
  return chinese ?? columns.find((column) => column === of) ?? columns[0]
}
const words = (row: Row, of: 'label' | 'hint'): string => row.cells.get(columnOf(row, of) ?? '') ?? ''

/**
 * Makes a form of the sheets of an XLSForm file (survey, choices, settings). What has no counterpart here is named by
 * sheet and row with what to do; nothing is left out in silence.
 */
export function formOf(sheets: FormSheets): ReadForm {
  const remarks: FormRemark[] = []
  const say = (sheet: string, row: number, says: string, advice: string): void => {
    remarks.push({ sheet, row, says, advice })
  }
  nameUnknownColumns(sheets.survey, say)
  nameOtherLanguages('survey', sheets.survey, say)
  nameOtherLanguages('choices', sheets.choices, say)
  const lists = choiceLists(sheets.choices, say)
  const asked = new Map<string, Asked>()
  const groups: (Alternatives | undefined)[] = []
  for (const row of rowsOf(sheets.survey)) {
    const [type = '', list = ''] = (row.cells.get('type') ?? '').split(/\s+/)
    const whole = row.cells.get('type') ?? ''
    const own = relevance(row, asked, say)
    if (OPENS.test(whole)) groups.push(own)
    else if (CLOSES.test(whole)) groups.pop()
    else if (DEFAULT_TYPES.has(type))
      say('survey', row.at, `“${type}”不用填。`, '时间和填写人由系统自己记，不必处理。')
    else {
      const question = questionOf(row, KINDS[type], lists.get(list), asked.size, say)
      if (!question) continue
      const conditions = [...groups, own].filter((one) => one !== undefined)
      const onlyIf = conditions.reduce<Alternatives | undefined>(
        (sum, next) => (sum ? both(sum, next) : next),
        undefined,
      )
      const name = row.cells.get('name') ?? `row ${row.at}`
      if (asked.has(name))
        say('survey', row.at, `名称“${name}”前面用过。`, '两道题都读入了；条件按后一道算，请核对。')
      asked.set(asked.has(name) ? `${name} ${row.at}` : name, {
        question: { ...question, ...limited(onlyIf, row.at, say) },
        choices: lists.get(list) ?? [],
      })
    }
  }
  if (groups.length > 0)
    say('survey', sheets.survey.length, '有的组没有 end_group。', '已按到表尾算，请核对。')
  const questions = [...asked.values()].map(({ question }) => question)
  const [settings] = rowsOf(sheets.settings)
  return { name: settings?.cells.get('form_title')?.slice(0, 60) ?? null, questions, remarks }
}

type Say = (sheet: string, row: number, says: string, advice: string) => void

function nameUnknownColumns(survey: FormSheets['survey'], say: Say): void {
  for (const [at, head] of (survey[0] ?? []).entries()) {
    const column = head.trim().toLowerCase()
    if (column === '' || KNOWN.includes(column) || /^(label|hint):/.test(column)) continue
    if (survey.slice(1).some((line) => line[at]?.trim()))
      say('survey', 1, `“${head.trim()}”一列用不上。`, '里面的内容没有读入，需要的请在题目或提示里写明。')
  }
}

/** A form here speaks one language: columns of others are named, with how much of them is not read. */
function nameOtherLanguages(
  sheet: 'survey' | 'choices',
  lines: readonly (readonly string[])[],
  say: Say,
): void {
  const rows = rowsOf(lines)
  for (const head of lines[0] ?? []) {
    const column = head.trim().toLowerCase()
    const of = (['label', 'hint'] as const).find((one) => isOf(column, one))
    if (!of) continue
    const unread = rows.filter((row) => row.cells.has(column) && columnOf(row, of) !== column)
    if (unread.length > 0)
      say(
        sheet,
        1,
        `“${head.trim()}”一列有 ${unread.length} 行没有读入。`,
        '一张表单只用一种文字，有中文的用了中文；要用另一种的，请只留那一列再传。',
      )
  }
}

function choiceLists(choices: FormSheets['choices'], say: Say): Map<string, Choice[]> {
  const lists = new Map<string, Choice[]>()
  for (const row of rowsOf(choices)) {
    const list = row.cells.get('list_name') ?? row.cells.get('list name') ?? ''
    const code = row.cells.get('name') ?? row.cells.get('value') ?? ''
    const label = words(row, 'label') || code
    const before = lists.get(list) ?? []
    if (list === '' || code === '')
      say('choices', row.at, '缺 list_name 或 name。', '这个选项没有读入，请补上再传。')
    else if (label.length > 60)
      say('choices', row.at, '选项超过 60 个字。', '这个选项没有读入，请写短一些再传。')
    else if (before.some((one) => one.label === label))
      say('choices', row.at, `选项“${label}”重复。`, '只留了一个；要分开的请改成不同的字。')
    else if (before.length === MOST.choices)
      say('choices', row.at, `一道题最多 ${MOST.choices} 个选项。`, '这个选项没有读入，请合并一些。')
    else lists.set(list, [...before, { code, label }])
  }
  return lists
}

function relevance(row: Row, asked: ReadonlyMap<string, Asked>, say: Say): Alternatives | undefined {
  const text = row.cells.get('relevant') ?? row.cells.get('relevance')
  if (!text) return undefined
  const found = relevanceOf(text, (name, answer) => {
    const earlier = asked.get(name)
    const choice = earlier?.choices.find(({ code }) => code === answer)
    return earlier && choice ? { question: earlier.question.key, is: choice.label } : undefined
  })
  if (!found)
    say(
      'survey',
      row.at,
      `条件“${text}”读不懂。`,
      `已读成总是问。只支持前面选择题的 \${题}='选项'、selected()、and、or；请在这里改条件。`,
    )
  return found
}

/** A condition as it is kept: one alone plainly, many within what a form may hold. */
function limited(lists: Alternatives | undefined, at: number, say: Say): Pick<Question, 'onlyIf'> {
  if (!lists) return {}
  if (lists.length > MOST.alternatives || lists.some((list) => list.length > MOST.conditions)) {
    say('survey', at, '条件太多。', '已读成总是问，请把条件改简单。')
    return {}
  }
  const [[only, ...others] = [], ...more] = lists
  if (only && others.length === 0 && more.length === 0) return { onlyIf: only }
  return { onlyIf: lists.map((list) => [...list]) }
}

/** The question of a row, or undefined where none can be made; then it was said why. */
function questionOf(
  row: Row,
  kind: QuestionKind | undefined,
  choices: readonly Choice[] | undefined,
  at: number,
  say: Say,
): Question | undefined {
  const type = row.cells.get('type') ?? ''
  const refuse = (says: string, advice: string): undefined => say('survey', row.at, says, advice) as undefined // nothing comes of it
  if (!kind)
    return refuse(`题型“${type}”这里没有。`, '这一行没有读入；请改成文字、数字、选择、拍照或位置题。')
  const label = words(row, 'label')
  if (label === '') return refuse('没有 label。', '这道题没有读入，请写上问什么再传。')
  if (label.length > 120) return refuse('问题超过 120 个字。', '这道题没有读入，请把说明放到 hint 里。')
  if (at >= MOST.questions)
    return refuse(`一张表单最多 ${MOST.questions} 题。`, '这道题没有读入，请分成两张表单。')
  const isChoice = kind === 'choice' || kind === 'several'
  if (isChoice && (choices?.length ?? 0) < 2)
    return refuse('choices 里没有这道题的两个以上选项。', '这道题没有读入，请补上选项再传。')
  const hint = words(row, 'hint')
  if (hint.length > 200) say('survey', row.at, '提示超过 200 个字。', '后面的没有读入，请写短一些。')
  const question: Question = {
    key: `q${at + 1}`,
    kind,
    label,
    required: kind !== 'note' && TRUE.test(row.cells.get('required') ?? ''),
    ...(hint === '' ? {} : { hint: hint.slice(0, 200) }),
    ...(isChoice && choices ? { choices: choices.map((one) => one.label) } : {}),
  }
  const delicate = delicateIn(question)
  if (delicate === 'needsCardConsent')
    return refuse(`“${label}”走访表单不能收。`, '独居、残疾、留守儿童等，请在住户卡上凭本人单独同意记。')
  if (delicate)
    return refuse(`“${label}”走访表单不能收。`, '不记病情和健康情况；需要帮助的，请在住户卡上记转介。')
  return question
}
