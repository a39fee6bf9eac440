/** How the papers of a decision name a class and a sex, the same in PDF, Word and spreadsheet. */
import type { Sex } from '#kernel/persons.ts'
import type { ListedClass } from './types.ts'

export const className: Record<ListedClass, string> = { poor: 'hộ nghèo', near_poor: 'hộ cận nghèo' }
export const sexName = (sex: Sex | null): string => (sex === null ? '' : sex === 'male' ? 'Nam' : 'Nữ')
