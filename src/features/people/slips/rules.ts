/** The code of a slip: what a person can type from paper, and what can be neither guessed nor misread. */
import { addDays, type PlainDate } from '#kernel/dates.ts'

/** Letters and digits that look like no other (Crockford's base 32). */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 16 signs of five bits: 80 bits. */
export const codeLength = 16

/** `bytes`: at least 16 random ones. */
export const codeOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte % alphabet.length]).join('')

/** As it stands on paper: `K7QM-2XPD-9HTR-4WBN`. */
export const showCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** What was typed, as a code; null where it cannot be one. Spaces, dashes and small letters are no mistakes. */
export function readCode(typed: string): string | null {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return bare.length === codeLength && [...bare].every((sign) => alphabet.includes(sign)) ? bare : null
}

/** Where a phone opens it; the code stands behind `#`, so that no server on the way writes it down. */
export const slipPath = '/phone/vao'

/** How long a slip lets in, as it is offered and at most, in days. */
export const days = { offered: 14, most: 60 } as const
export const isLastDay = (last: PlainDate, today: PlainDate): boolean =>
  last >= today && last <= addDays(today, days.most)
