/** How every paper and every export is called when it leaves the house. */
import { Readable } from 'node:stream'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { Paper } from '../handle.ts'

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export type FileWords = {
  /** `Quyết định` */
  readonly what: string
  /** `145/QĐ-UBND` */
  readonly number?: string | null
  /** `xã Tam Hồng` */
  readonly place?: string
  readonly year?: number
  /** Of what changes from day to day. */
  readonly day?: PlainDate
  readonly isDraft?: boolean
}

/** Windows takes 255 letters of a whole path. */
const longest = 140

/** `Quyết định 145-QĐ-UBND xã Tam Hồng 2026 (dự thảo)`, without what a disk refuses in a name. */
export function fileName({ what, number, place, year, day, isDraft }: FileWords): string {
  const words = [what, number, place, year, day && showDate(day)].filter(
    (word) => word !== null && word !== undefined && word !== '',
  )
  const name = words
    .join(' ')
    .replace(/[/\\]/g, '-')
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
  return (
    [...name]
      .slice(0, longest)
      .join('')
      .replace(/[ .]+$/, '') + (isDraft ? ' (dự thảo)' : '')
  )
}

/** What a scan may be. */
const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' }

type Scan = { readonly media_type: string; readonly content: Buffer }

/** A scan that came back signed, under such a name. */
export const scanFile = (words: FileWords, { media_type: mediaType, content }: Scan): Paper => ({
  name: `${fileName(words)}.${endings[mediaType] ?? 'pdf'}`,
  mediaType,
  body: content,
  fromOutside: true,
})

/** The file itself, under such a name. */
export const paperFile = (words: FileWords, kind: keyof typeof mediaTypes, bytes: Uint8Array | Readable): Paper => ({
  name: `${fileName(words)}.${kind}`,
  mediaType: mediaTypes[kind],
  body: bytes instanceof Readable ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
})
