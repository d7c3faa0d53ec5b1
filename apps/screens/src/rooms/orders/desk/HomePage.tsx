import type { Role } from '@linli/contract'
import { Redirect } from 'wouter'
import { Loading } from '../../../kit/desk/index.ts'
import { desk } from '../../../kit/routes.ts'
import { useFace } from '../../people/desk/signInSession.ts'

/** The desk where each kind of work begins; whoever holds several begins at the first. */
const FIRST: readonly (readonly [Role, string])[] = [
  ['intake', desk.queue.url()],
  ['dispatcher', desk.dispatch.url()],
  ['regionAdmin', desk.queue.url()],
  ['reviewer', desk.review.url()],
  ['caller', desk.followUp.url()],
  ['publisher', desk.publication.url()],
]

/** The front door leads straight to one's work. */
export default function HomePage() {
  const { data } = useFace()
  if (!data) return <Loading />
  const first = FIRST.find(([role]) => data.roles.some((held) => held.role === role))
  return <Redirect to={first?.[1] ?? desk.queue.url()} replace />
}
