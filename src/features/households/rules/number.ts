/** How household numbers are compared. */
import { fold } from '#kernel/text.ts'

/**
 * Zeros before figures, spaces, case and dashes say nothing: `HN 001` is `hn-1`. That two figures are parted does, not by what:
 * `2-1` is `2/001` and `2.1`, and is not `21`. The database's `bare_number` agrees.
 */
export const bareNumber = (number: string): string =>
  fold(number.replace(/[./,_\\]/g, '-'))
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')
