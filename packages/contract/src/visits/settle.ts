import { answersOf } from './form.ts'
import type { Answers, Question, VisitHead } from './shapes.ts'
import type { SettleWay } from './words.ts'

/** What stands of a visit, as one of several. */
export type Version = Omit<VisitHead, 'mine'>
export type Settling = {
  readonly way: SettleWay
  readonly keep: string
  readonly take?: { readonly [question: string]: string }
}
/** A record that replaces versions; its id is made by whoever writes it down. */
export type Settled = Omit<Version, 'id'> & { readonly replaces: readonly string[] }

const plain = ({ visit, form, outcome, answers, orders, again, at }: Version): Omit<Settled, 'replaces'> => ({
  visit,
  form,
  outcome,
  answers,
  orders,
  ...(again ? { again } : {}),
  at,
})

/** The kept version's answers with those that were taken from others. */
function taken(versions: readonly Version[], kept: Version, take: Settling['take'] = {}): Answers {
  const answers: { [question: string]: Answers[string] } = { ...kept.answers }
  for (const [question, from] of Object.entries(take)) {
    const value = versions.find(({ id }) => id === from)?.answers[question]
    if (value === undefined) delete answers[question]
    else answers[question] = value
  }
  return answers
}

/**
 * The records that settle a visit which stands twice. Nothing is changed: the first replaces every version, so that one is
 * left. `both`: each of the others stands again as a visit of its own. Orders placed from any of them stay named.
 * Phone and desk say the same. @param questions of the form of the kept version
 * @returns nothing when `keep` is none of the versions, or fewer than two are there
 */
export function settledBy(
  versions: readonly Version[],
  { way, keep, take }: Settling,
  questions: readonly Question[],
  newId: () => string,
): Settled[] {
  const kept = versions.find(({ id }) => id === keep)
  if (!kept || versions.length < 2) return []
  const replaces = versions.map(({ id }) => id)
  if (way === 'both') {
    const others = versions.filter((version) => version !== kept)
    return [
      { ...plain(kept), replaces },
      ...others.map((version) => ({ ...plain(version), visit: newId(), replaces: [version.id] })),
    ]
  }
  const orders = [...new Set(versions.flatMap((version) => version.orders))]
  const answers = way === 'fields' ? answersOf(questions, taken(versions, kept, take)) : kept.answers
  return [{ ...plain(kept), answers, orders, replaces }]
}

/** The questions to which not all versions have the same answer, in the order of the form. */
export function differing(versions: readonly Version[], questions: readonly Question[]): Question[] {
  return questions.filter(({ key, kind }) => {
    const given = new Set(versions.map(({ answers }) => JSON.stringify(answers[key])))
    return kind !== 'note' && given.size > 1
  })
}
