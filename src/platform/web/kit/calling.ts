/** A link that calls a number from the device it stands on, with or without a line to the server. */
import { spacedPhone } from '#kernel/phones.ts'
import { say } from '../language.ts'

/** `name`: who is called, for who hears the page. */
export const calling = (phone: string, name: string) => ({
  href: `tel:${phone}`,
  'aria-label': say({ vi: 'Gọi {name}, {phone}', en: 'Call {name}, {phone}' }, { name, phone: spacedPhone(phone) }),
})
