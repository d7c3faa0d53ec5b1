import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'

/** The words of what a rule applies to: a service list or an item; the key itself until the catalogue is there. */
export function useAppliesTo(): (key: string) => string {
  const { data } = useRead('getPlace', {})
  const say = useSay()
  return (key) => {
    const named = [...(data?.items ?? []), ...(data?.lists ?? [])].find((one) => one.key === key)
    return named ? say(named.name) : key
  }
}
