/** What kind of device a change was made on, as far as its browser says: kept with the line of the audit, and no more of it. */
import type { FieldDeviceId } from './ids.ts'
import type { Said } from './text.ts'

export const deviceKinds = {
  phone: { vi: 'điện thoại', en: 'phone' },
  tablet: { vi: 'máy tính bảng', en: 'tablet' },
  computer: { vi: 'máy tính', en: 'computer' },
} as const satisfies Record<string, Said>

export type DeviceKind = keyof typeof deviceKinds

/** "3F2A": what tells two phones of one person apart, on the phone itself and in the office's list. */
export const deviceMark = (id: FieldDeviceId): string => id.slice(-4).toUpperCase()

const signs: readonly (readonly [RegExp, DeviceKind])[] = [
  [/iPad|Tablet/i, 'tablet'],
  [/iPhone|iPod|Android.*Mobile|Windows Phone/i, 'phone'],
  [/Android/i, 'tablet'],
  [/Windows NT|Macintosh|X11|CrOS/i, 'computer'],
]

/** By the browser's own words; null where they say nothing of it. */
export const deviceKindOf = (agent: string): DeviceKind | null => signs.find(([sign]) => sign.test(agent))?.[1] ?? null
