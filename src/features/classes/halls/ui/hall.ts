/** What the dialogs of halls share. */
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import type { Hall } from '../model.ts'

export type TypedHall = {
  readonly name: string
  readonly address: string
  readonly seats: number | null
  readonly equipment: string
}
export const noHall: TypedHall = { name: '', address: '', seats: null, equipment: '' }

export const hallSeen = ({ name, address, seats, equipment }: Hall) => ({ name, address, seats, equipment })

/** As it is sent; null while something is missing. */
export const hallSent = ({ name, address, seats, equipment }: TypedHall) =>
  name.trim() && seats ? { name: name.trim(), address: address.trim(), seats, equipment: equipment.trim() } : null

export const hallLacks = { vi: 'Cần tên và số chỗ ngồi.', en: 'Name and seats are needed.' }

export const hallLabels = {
  name: { vi: 'Tên hội trường, phòng học', en: 'Name' },
  address: { vi: 'Ở đâu', en: 'Where it is' },
  seats: { vi: 'Số chỗ ngồi', en: 'Seats' },
  equipment: { vi: 'Có sẵn', en: 'Equipment' },
}
export const hallWords: FieldWords = {
  label: (field) => hallLabels[field as keyof typeof hallLabels],
  show: (_field, value) => String(value ?? ''),
}
