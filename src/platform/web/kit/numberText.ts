/** Numbers in the boxes of our forms, which write them as Vietnam does. */
import { showNumber } from '#kernel/numbers.ts'

export const writeNumber = (value: number | null): string => (value === null ? '' : showNumber(value))
