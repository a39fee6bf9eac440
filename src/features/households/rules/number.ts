/** What a household number may hold, and how two are compared. */
import { fold } from '#kernel/text.ts'

/**
 * Zeros before figures, spaces, case and dashes say nothing: `HN 001` is `hn-1`. That two figures are parted does, not by what:
 * `2-1` is `2/001` and `2.1`, and is not `21`. The database's `bare_number` agrees.
 */
export const bareNumber = (number: string): string =>
  fold(number.replace(/[./,_\\]/g, '-'))
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '')

const letters = /^[\p{L}\p{M}\p{N} .,:/()_+#&°º–-]*$/u

/** Letters, figures, and the signs by which offices part them: `12A/3-2`, `Tổ 4 (lẻ)`; no mark of another tongue (`<b>`). */
export const mayBeNumber = (number: string): boolean => letters.test(number)
