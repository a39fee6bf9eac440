/** The classes of households as pages and lists name them. */
import type { Said } from './text.ts'

export const classWords = {
  poor: { vi: 'Hộ nghèo', en: 'Poor' },
  near_poor: { vi: 'Hộ cận nghèo', en: 'Near-poor' },
  average: { vi: 'Hộ có mức sống trung bình', en: 'Average' },
  not_poor: { vi: 'Hộ không nghèo', en: 'Not poor' },
} as const satisfies Record<string, Said>
