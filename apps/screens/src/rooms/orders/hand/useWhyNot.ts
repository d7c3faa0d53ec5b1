import { useLingui } from '@lingui/react/macro'

/** Why the board lets this helper claim nothing now, in words and with what to do about it. */
export function useWhyNot(): (why: string | null) => string {
  const { t } = useLingui()
  const words = new Map([
    ['quota', t`您手上的单已经满了。办好一单，就能再接一单。`],
    ['hours', t`现在不在您设定的服务时间里，或者您请了假。可以到服务设置里改。`],
    ['notHelper', t`您还没有登记成志愿者。`],
  ])
  return (why) => words.get(why ?? '') ?? t`请打电话问一问。`
}
