import { useLingui } from '@lingui/react/macro'

const SQUARE_KILOMETRE = 1_000_000

/** Square metres as one says them. */
export function useArea(): (squareMetres: number) => string {
  const { t, i18n } = useLingui()
  return (squareMetres) => {
    if (squareMetres < SQUARE_KILOMETRE) {
      const metres = i18n.number(squareMetres)
      return t`${metres} 平方米`
    }
    const kilometres = i18n.number(squareMetres / SQUARE_KILOMETRE, { maximumFractionDigits: 2 })
    return t`${kilometres} 平方公里`
  }
}
