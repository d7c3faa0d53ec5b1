import { Redirect } from 'wouter'
import { Loading } from '../../../kit/desk/index.ts'
import { useFace } from '../../people/desk/signInSession.ts'
import { firstPage } from './firstPage.ts'

/** The front door leads straight to one's work. */
export default function HomePage() {
  const { data } = useFace()
  return data ? <Redirect to={firstPage(data.roles)} replace /> : <Loading />
}
