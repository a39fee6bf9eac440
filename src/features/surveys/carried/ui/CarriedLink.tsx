/** From the list of households: where an official finds the whole commune. */
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { say } from '#platform/web/language.ts'

export const carriedPath = '/phone/ca-xa'

/** For who holds `household.carry`. */
export const CarriedLink = () => (
  <LinkButton href={carriedPath}>{say({ vi: 'Tra sổ hộ cả xã', en: 'Look up the whole commune' })}</LinkButton>
)
