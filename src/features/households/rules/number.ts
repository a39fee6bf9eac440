/** How household numbers are compared. */
import { fold } from '#kernel/text.ts'

/**
 * Zeros before figures, spaces, case and the kind of dash say nothing: `2-1` is `2 - 001`, `HN 001` is `hn-1`. What parts two
 * figures does: `2-1` is not `21`. The database's `bare_number` agrees.
 */
export const bareNumber = (number: string): string =>
  fold(number)
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
