/** The telephone number that a family says, beside that of the register: sent only where the two differ. Pure. */
import type { Facts } from '#features/standards/model/facts.ts'
import { phoneFault, tidyPhone } from '#kernel/phones.ts'
import type { Said } from '#kernel/text.ts'

/** Why what stands in the box cannot be sent; nothing at all can. */
export const faultOfPhone = (typed: string | undefined): Said | null => phoneFault(tidyPhone(typed ?? ''))

/** The answers as they are sent: the number as it is dialled, and none where the register has the same. */
export function withPhone(facts: Facts, registered: string | null): Facts {
  const { phone, ...rest } = facts
  const said = phone === undefined ? null : tidyPhone(phone)
  return said === null || said === (registered ?? '') ? rest : { ...rest, phone: said }
}
