/** What a file is by how it begins, whatever it is called. Pure: the field asks when a file is chosen, the server again. */
import type { Said } from './text.ts'

export type FileKind = 'pdf' | 'jpeg' | 'png' | 'workbook' | 'forms' | 'text'

const begins: readonly (readonly [FileKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  // "nang-buo": sealed forms of a phone.
  ['forms', [0x6e, 0x61, 0x6e, 0x67, 0x2d, 0x62, 0x75, 0x6f]],
]

/** So many bytes tell it. */
export const beginningLength = 8

/** `text` where nothing says otherwise. */
export const fileKindOf = (bytes: Uint8Array): FileKind =>
  begins.find(([, all]) => all.every((byte, at) => bytes[at] === byte))?.[0] ?? 'text'

export const mediaTypes = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const

const words: Readonly<Record<FileKind, Said & { readonly accept: string }>> = {
  pdf: { vi: 'PDF', en: 'PDF', accept: '.pdf,application/pdf' },
  jpeg: { vi: 'ảnh JPEG', en: 'JPEG', accept: '.jpg,.jpeg,image/jpeg' },
  png: { vi: 'ảnh PNG', en: 'PNG', accept: '.png,image/png' },
  workbook: { vi: 'bảng tính .xlsx', en: 'workbook (.xlsx)', accept: '.xlsx' },
  forms: {
    vi: 'tệp phiếu .nangbuoc',
    en: 'file of forms (.nangbuoc)',
    accept: '.nangbuoc,text/plain,application/octet-stream',
  },
  text: { vi: 'tệp .csv', en: 'CSV', accept: '.csv' },
}

/** What a file is called that was taken for another: Word files and archives begin as workbooks do. */
const insides: Readonly<Record<FileKind, Said | null>> = {
  ...{ pdf: words.pdf, jpeg: words.jpeg, png: words.png, forms: words.forms, text: null },
  workbook: { vi: 'bảng tính .xlsx hoặc tệp nén', en: 'workbook or an archive' },
}

/** As a browser takes it: `.pdf,application/pdf,.png,image/png`. */
export const acceptOf = (kinds: readonly FileKind[]): string => kinds.map((kind) => words[kind].accept).join(',')

const either = (kinds: readonly FileKind[], of: 'vi' | 'en', or: string): string => {
  const all = kinds.map((kind) => words[kind][of])
  return all.length < 2 ? all.join() : `${all.slice(0, -1).join(', ')} ${or} ${all.at(-1)}`
}

/** Why a file that begins so is none of these kinds; null where it may be one. `name`: what it is called. */
export function wrongKind(kinds: readonly FileKind[], name: string, bytes: Uint8Array): Said | null {
  if (bytes.length === 0)
    return { vi: `Tệp “${name}” trống. Hãy chọn tệp khác.`, en: `“${name}” is empty. Choose another file.` }
  const kind = fileKindOf(bytes)
  if (kinds.includes(kind)) return null
  const inside = insides[kind]
  return {
    vi: `Nội dung tệp “${name}” không phải ${either(kinds, 'vi', 'hay')}${inside ? `, mà là ${inside.vi}` : ''}. Hãy chọn tệp khác.`,
    en: `What “${name}” holds is no ${either(kinds, 'en', 'or')}${inside ? ` but a ${inside.en}` : ''}. Choose another file.`,
  }
}
