import {
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  Phone,
  Shape,
  type Static,
  Text,
  Type,
} from '../schema.ts'
import { TICKET_STATES } from './words.ts'

const Counter = Text('窗口', 20)
export const NumberParams = Shape({ id: Id('号') })
export const TakeNumberBody = Shape({ id: Id('号') })
export const CallBody = Shape({ counter: Counter })
export const NumberResult = Shape({ id: Id(), number: Count('号') })
/** Nobody waits: no number. */
export const CalledResult = Shape({ id: Nullable(Id()), number: Nullable(Count('号')) })

/** What hangs on the wall of a station: numbers and counters, no people. */
export const QueueView = Shape({
  station: Type.String(),
  waiting: Count('等候人数'),
  called: Type.Array(Shape({ number: Count('号'), counter: Type.String() })),
})
export type QueueView = Static<typeof QueueView>
export const NumberRow = Shape({
  id: Id(),
  number: Count('号'),
  state: CodeOf(TICKET_STATES),
  counter: Nullable(Type.String()),
  takenAt: Instant(),
  calledAt: Nullable(Instant()),
})
export type NumberRow = Static<typeof NumberRow>
export const NumberList = Shape({ items: Type.Array(NumberRow) })
export const MyNumber = Shape({
  id: Id(),
  station: Type.String(),
  slug: Type.String(),
  number: Count('号'),
  state: CodeOf(TICKET_STATES),
  counter: Nullable(Type.String()),
  /** How many are called before; null once it is called. */
  before: Nullable(Count('前面几位')),
})
export type MyNumber = Static<typeof MyNumber>
export const MyNumbers = Shape({ items: Type.Array(MyNumber) })

export const LendableParams = Shape({ id: Id('可借的东西') })
export const LoanParams = Shape({ id: Id('借出') })
export const AddLendableBody = Shape({
  id: Id(),
  name: Text('名称', 40),
  pieces: Type.Integer({ title: '件数', minimum: 1, maximum: 1000 }),
  days: Type.Integer({ title: '借几天', minimum: 1, maximum: 60 }),
})
export type AddLendableBody = Static<typeof AddLendableBody>
export const LendableResult = Shape({ id: Id() })
/** The number finds somebody who is registered, to remind them; it is not kept with the loan. */
export const LendBody = Shape({ id: Id(), phone: Optional(Phone()), tag: Optional(Text('借用牌号', 20)) })
/** `isReminded`: the number is of somebody registered here. */
export const LoanResult = Shape({ id: Id(), dueAt: Instant(), isReminded: Type.Boolean() })
export type LoanResult = Static<typeof LoanResult>
export const LendableView = Shape({
  id: Id(),
  name: Type.String(),
  pieces: Count('件数'),
  free: Count('在架'),
  days: Count('借几天'),
})
export type LendableView = Static<typeof LendableView>
export const LoanRow = Shape({
  id: Id(),
  name: Type.String(),
  tag: Nullable(Type.String()),
  lentAt: Instant(),
  dueAt: Instant(),
})
export const LendingView = Shape({ things: Type.Array(LendableView), out: Type.Array(LoanRow) })
export type LendingView = Static<typeof LendingView>
export const MyLoans = Shape({
  items: Type.Array(Shape({ id: Id(), name: Type.String(), station: Type.String(), dueAt: Instant() })),
})
export type MyLoans = Static<typeof MyLoans>
