import { showNumber } from '#kernel/numbers.ts'
import { tidy } from '#kernel/text.ts'

/** By what two materials of a topic are the same: the title in small letters, with the tone marks that tell words apart. */
export const titleKeyOf = (title: string): string => tidy(title).toLocaleLowerCase('vi')

/** "3,4 MB": a tenth of a megabyte at least, since nobody counts less. */
export const sizeSaid = (bytes: number): string => `${showNumber(Math.max(0.1, Math.round(bytes / 100_000) / 10))} MB`
