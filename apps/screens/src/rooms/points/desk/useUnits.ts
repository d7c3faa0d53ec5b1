import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useFace } from '../../people/desk/signInSession.ts'

/** Every unit as an option; a merchant is a unit. */
export function useUnitOptions() {
  const { data } = useRead('listUnits', {}, ['places.'])
  const say = useSay()
  return data?.items.map(({ id, name }) => ({ value: id, label: say(name) })) ?? []
}

/** The unit at whose counter this person stands; none when there is none, or more than one. */
export function useOwnUnit(): string | undefined {
  const { data } = useFace()
  const own =
    data?.roles.flatMap(({ role, unitId }) => (role === 'unitHandler' && unitId ? [unitId] : [])) ?? []
  return own.length === 1 ? own[0] : undefined
}
