/**
 * A list that an office sends as a file: its columns, its rows as text, what is wrong with them. Pure: the reader, the
 * template and the page speak by the same words, and none of them knows what the rows are about.
 */
import { type Static, Type } from 'typebox'
import { findBirth, findDay } from './cells.ts'
import { findUnprintable } from './letters.ts'
import { mayBeIn, type OldFont, oldFontOf, readIn } from './oldFonts.ts'
import { fold, looksLikeFormula, type Said, tidy } from './text.ts'

export type Column = {
  readonly title: Said
  readonly required: boolean
  /** Letters at most. */
  readonly atMost?: number
  readonly hint: Said
  /** Of the rows of the example sheet, the first first. */
  readonly example: readonly string[]
  readonly width: number
}
export type Columns<K extends string = string> = Readonly<Record<K, Column>>

export const keysOf = <K extends string>(columns: Columns<K>): K[] => Object.keys(columns) as K[]

const bare = (heading: string): string =>
  fold(heading)
    .replace(/\s*\*$/, '')
    .replace(/[^a-z0-9]/g, '')

/** Finds the column a heading means, by either language or its key, with or without tone marks, in an old font too. */
export function columnFinder<K extends string>(columns: Columns<K>): (heading: string) => K | undefined {
  const names = (key: K) => [key, columns[key].title.vi, columns[key].title.en]
  const found = new Map(keysOf(columns).flatMap((key) => names(key).map((name) => [bare(name), key])))
  return (heading) => {
    const font = oldFontOf(heading)
    return found.get(bare(font ? readIn(font, heading) : heading))
  }
}

/** Cells of one row by column, '' where the file has none; `row` as the spreadsheet counts, from 1. */
export type FileRow<K extends string> = { readonly row: number; readonly cells: Readonly<Record<K, string>> }

/** Something wrong at a row, or with the file as a whole where no column is named. */
export type Fault<K extends string> = Said & { readonly row: number; readonly column: K | null }
export const faultAt = <K extends string>({ row }: { readonly row: number }, column: K, said: Said): Fault<K> => {
  return { row, column, vi: said.vi, en: said.en }
}

/**
 * What is wrong with a row whatever it is about: a formula, too long, an old font, and what `blankFault` says of empty
 * cells, null where they may be empty.
 */
export const cellFaults = <K extends string>(
  columns: Columns<K>,
  { row, cells }: FileRow<K>,
  blankFault: (key: K, row: Pick<FileRow<K>, 'row'>) => Said | null,
): Fault<K>[] =>
  keysOf(columns).flatMap((key) => {
    const cell = cells[key]
    const font = oldFontOf(cell)
    const filled = () => (font ? oldFontFault(columns, { font, key, cells }) : cellFault(columns[key], cell))
    const said = cell === '' ? blankFault(key, { row }) : filled()
    return said ? [faultAt({ row }, key, said)] : []
  })

export const mustBeFilled: Said = { vi: 'Ô này không được để trống.', en: 'Must be filled.' }

const fonts: Readonly<Record<OldFont, Said>> = {
  TCVN3: { vi: 'phông .VnTime (bảng mã TCVN3)', en: 'a .VnTime font (TCVN3)' },
  VNI: { vi: 'phông VNI (bảng mã VNI)', en: 'a VNI font (VNI)' },
}

type OldCell<K extends string> = { readonly font: OldFont; readonly key: K; readonly cells: FileRow<K>['cells'] }

/** Each cell by its own coding: one file may hold both. Cells beside it that nothing alone can tell are named with it. */
function oldFontFault<K extends string>(columns: Columns<K>, { font, key, cells }: OldCell<K>): Said {
  const cell = cells[key]
  const [shown, right] = [cell.slice(0, 40), readIn(font, cell).slice(0, 40)]
  const beside = keysOf(columns).filter((one) => one !== key && !oldFontOf(cells[one]) && mayBeIn(font, cells[one]))
  const also = (of: 'vi' | 'en') =>
    beside.map((one) => `${columns[one].title[of]} “${cells[one].slice(0, 40)}”`).join(', ')
  const more = beside.length > 0
  return {
    vi: `“${shown}” gõ bằng ${fonts[font].vi}, đọc ra là “${right}”. Hãy gõ lại, hoặc chuyển ô này sang Unicode bằng UniKey.${more ? ` Xem cả ${also('vi')}: có thể cũng gõ bằng phông ấy.` : ''}`,
    en: `“${shown}” is typed in ${fonts[font].en} and reads “${right}”. Type it again, or convert this cell to Unicode with UniKey.${more ? ` See ${also('en')} too: perhaps typed in that font.` : ''}`,
  }
}

/** What stands where a file has a letter that no text can hold. */
const unreadable = '\ufffd'

/** What Excel, and its kin, show where a formula has no result: `#REF!`, `Err:502`; `#####` where a column was too narrow. */
const noResult = /^(?:#[A-Z][A-Z0-9/_]*[!?]?|Err:\d{3}|#{2,})$/i

/** Of a column that names no bound of its own. */
const usuallyAtMost = 1_000

function cellFault({ atMost = usuallyAtMost }: Column, cell: string): Said | null {
  if (cell.includes(unreadable))
    return {
      vi: 'Ô này có ký tự hỏng, không hiện ra được (thường do chép từ phần mềm khác). Hãy xoá trắng ô rồi gõ lại.',
      en: 'The cell holds a damaged letter that cannot be shown. Clear the cell and type it again.',
    }
  if (noResult.test(cell.trim()))
    return {
      vi: `“${cell.trim().slice(0, 40)}” là báo lỗi của bảng tính, không phải nội dung. Hãy ghi giá trị đúng vào ô này.`,
      en: `“${cell.trim().slice(0, 40)}” is an error of the spreadsheet, not what was meant. Write the right value into this cell.`,
    }
  if (/^[-−]\d+([.,]\d+)?$/.test(cell))
    return {
      vi: `“${cell.slice(0, 40)}” là số âm; cột này không có số âm. Hãy xem lại và ghi lại.`,
      en: `“${cell.slice(0, 40)}” is less than nothing, which this column never is. Look again and write it anew.`,
    }
  if (looksLikeFormula(cell))
    return {
      vi: 'Ô bắt đầu bằng ký tự của công thức (= + - @); hãy ghi thành chữ thường.',
      en: 'The cell begins like a formula (= + - @); write plain text.',
    }
  const letters = findUnprintable(tidy(cell))
  if (letters)
    return {
      vi: `Giấy tờ không in được ${letters.vi}; hãy gõ lại bằng chữ thường dùng.`,
      en: `Papers cannot show ${letters.en}; type it again in usual letters.`,
    }
  if (cell.length > atMost)
    return { vi: `Ô này dài quá ${atMost} ký tự.`, en: `The cell has more than ${atMost} letters.` }
  return null
}

/** So many of what a sentence counts up are named; of the rest it says how many. */
const namedAtMost = 5

/** `dòng 2, dòng 5 và 3 dòng nữa`: all that is meant, not the first alone. `one`: what the rest are counted in. */
export function countedUp(names: readonly Said[], one: Said, between = ', '): Said {
  const rest = names.length - namedAtMost
  const said = (of: 'vi' | 'en', and: string) =>
    names
      .slice(0, namedAtMost)
      .map((name) => name[of])
      .join(between) + (rest > 0 ? `${between.trim() === ';' ? ';' : ''} ${and}` : '')
  return { vi: said('vi', `và ${rest} ${one.vi} nữa`), en: said('en', `and ${rest} more ${one.en}`) }
}

export const rowsSaid = (rows: readonly number[]): Said => {
  const { vi, en } = countedUp(
    rows.map((row) => ({ vi: String(row), en: String(row) })),
    { vi: 'dòng', en: rows.length > namedAtMost + 1 ? 'rows' : 'row' },
  )
  return { vi: `dòng ${vi}`, en: `${rows.length === 1 ? 'row' : 'rows'} ${en}` }
}

/** Asks whether a value was meant that the cell nearly says. */
const nearly = (like: string | null): Said =>
  like === null ? { vi: '', en: '' } : { vi: `Có phải “${like}”? `, en: `Do you mean “${like}”? ` }

/** A whole day, written as one is, that no calendar has. */
const isNoDay = (cell: string): boolean => findBirth(cell)?.day !== undefined && findDay(cell) === null

/** A cell whose words the column does not know. */
export function unknownWord({ hint }: Column, cell: string, like: string | null = null): Said {
  if (isNoDay(cell)) return { vi: `Lịch không có ngày ${cell}.`, en: `No calendar has the day ${cell}.` }
  return {
    vi: `“${cell}” không phải giá trị của cột này. ${nearly(like).vi}Cách ghi: ${hint.vi}.`,
    en: `“${cell}” is no value of this column. ${nearly(like).en}Write: ${hint.en}.`,
  }
}

export const RowFault = Type.Object({
  /** As the spreadsheet counts: 1 is the first row. */
  row: Type.Integer(),
  /** Its heading in the template; '' where the file as a whole is meant. */
  column: Type.String(),
  /** The cell's address in the file as sent, `D4`; '' where it has no such column. */
  cell: Type.String(),
  vi: Type.String(),
  en: Type.String(),
})
export type RowFaultShown = Static<typeof RowFault>

/** What of the file was read, and what of it was not or is not seen in a spreadsheet. */
export const FileSource = Type.Object({
  /** The name of the sheet that was read; null where the file is no workbook. */
  sheet: Type.Union([Type.String(), Type.Null()]),
  /** The other sheets, the first 60. `fits`: it has the headings of the template too, and may be asked for by name. */
  others: Type.Array(Type.Object({ name: Type.String(), hidden: Type.Boolean(), fits: Type.Boolean() })),
  /** Rows of title above the headings, which are not taken: how many say something, and where the headings stand. */
  titleRowCount: Type.Integer(),
  headingRow: Type.Integer(),
  /** Blank rows among those that say something, passed over. */
  blankRowCount: Type.Integer(),
  /** Rows below the headings that are none of the list's, as sums and signatures, and why: the first 200, and how many. */
  leftOut: Type.Array(Type.Object({ row: Type.Integer(), words: Type.String(), vi: Type.String(), en: Type.String() })),
  leftOutCount: Type.Integer(),
  /** Rows that were read though Excel hides them: the first 20, and how many they are. */
  hiddenRows: Type.Array(Type.Integer()),
  hiddenRowCount: Type.Integer(),
  /** Rows that were read though letters of theirs are struck through: the first 20, and how many they are. */
  struckRows: Type.Array(Type.Integer()),
  struckRowCount: Type.Integer(),
  /** Headings of columns that were read though Excel hides them. */
  hiddenColumns: Type.Array(Type.String()),
})
export type FileSource = Static<typeof FileSource>

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** What every check of a file answers; a room adds its own counts. */
export const checkedFile = {
  sha256: Hash,
  /** What the register said of the file: what it would write over as it stands, and what is doubted. The writing gives it back. */
  seen: Hash,
  /** The first 200; `faultCount` counts all. */
  faults: Type.Array(RowFault),
  faultCount: Type.Integer(),
  /** What a person should look at before it is written, though nothing forbids it: the first 200, and how many. */
  doubts: Type.Array(RowFault),
  doubtCount: Type.Integer(),
  /** Rows of the sheet that takes home what is wrong, or where nothing is, what is doubted; 0 where it is the file as a whole. */
  sheetRows: Type.Integer(),
  /** Headings that name no column of the template: what stands under them is not taken. */
  unread: Type.Array(Type.String()),
  /** Cells of the heading row that are empty though something stands under them, which is not taken either: `J1`. */
  nameless: Type.Array(Type.String()),
  source: FileSource,
} as const
export type Faults = { readonly faults: readonly RowFaultShown[]; readonly faultCount: number }
export const noFaults: Faults = { faults: [], faultCount: 0 }

/** Two columns that the sheet of faulty rows has beside those of the file. When it comes in again they are passed over. */
export const addedHeads = { row: 'Dòng trong tệp đã gửi', faults: 'Lỗi cần sửa' } as const
const added: ReadonlySet<string> = new Set(Object.values(addedHeads).map(bare))
export const isAddedHead = (heading: string): boolean => added.has(bare(heading))

/** Of faults, and of doubts. */
export const shownAtMost = 200

export const withMore = ({ faults, faultCount }: Faults, more: readonly RowFaultShown[]): Faults =>
  more.length === 0
    ? { faults, faultCount }
    : {
        faults: [...faults, ...more].sort((a, b) => a.row - b.row).slice(0, shownAtMost),
        faultCount: faultCount + more.length,
      }

/** Which sheet of a workbook is meant; without it the first that has the headings of the template. */
export const ofSheet = { sheet: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })) } as const

/** The file as the check answered it, and what the register said of it then: what is written is what was checked. */
export const asChecked = { sha256: Hash, seen: Type.Optional(Hash) } as const
