/** What the paper of a plan says: the same in PDF, Word and spreadsheet. Layout by the habit of NĐ 30/2020 (recalled). */
import { dayInWords, type PlainDate, showDate } from '#kernel/dates.ts'
import { showMoney, showNumber, type Vnd } from '#kernel/numbers.ts'
import type { Issuer, Signer } from '#platform/server/documents/types.ts'
import { numberAndDayInWords, uncheckedForm } from '#platform/server/documents/words.ts'

export type PaperLine = {
  /** Papers kept before it was said counted topics by their code. */
  readonly topicId?: string
  readonly code: string
  readonly title: string
  readonly audience: string
  readonly people: number
  readonly classes: number
  /** Of one class; null where the framework does not say it. */
  readonly hours: number | null
  readonly place: string
  readonly weeks: string
  readonly dong: Vnd
  readonly note: string
  readonly money: readonly {
    readonly what: string
    readonly source: string
    readonly countedBy: string
    readonly quantity: number
    readonly dong: Vnd
    readonly amount: Vnd
  }[]
}
type Numbered = { readonly number: string; readonly day: PlainDate }
/** All that the paper says. Kept as it is when the plan is approved, and never asked anew. */
export type PlanPaper = {
  readonly issuer: Issuer
  readonly number: string | null
  readonly day: PlainDate | null
  readonly name: string
  readonly year: number
  /** 0: a plan; else which amendment of one. */
  readonly amendment: number
  readonly amends:
    | (Numbered & {
        readonly name: string
        /** What it was when this was signed, where its decision was corrected since. */
        readonly once?: Numbered
      })
    | null
  readonly reason: string
  readonly programme: string
  readonly grounds: readonly string[]
  readonly purpose: string
  readonly execution: string
  readonly note: string
  readonly largestClass: { readonly people: number; readonly by: string } | null
  readonly lines: readonly PaperLine[]
  readonly sums: {
    readonly people: number
    readonly classes: number
    readonly hours: number | null
    readonly dong: Vnd
    readonly bySource: readonly { readonly source: string; readonly dong: Vnd }[]
  }
  /** Of an amendment. */
  readonly changes: readonly { readonly topic: string; readonly was: string; readonly is: string }[]
  readonly recipients: readonly string[]
  readonly signer: Signer
  /** What it takes the place of, of a paper whose number, day or issuer was corrected. */
  readonly instead?: { readonly number: string | null; readonly day: PlainDate | null; readonly on: PlainDate }
}
/** With the text of its QR; null on drafts, and on what was approved before papers were kept. */
export type PlanPrint = {
  readonly paper: PlanPaper
  readonly signed: string | null
  /** What has amended it since. */
  readonly amendedBy: readonly { readonly number: string; readonly day: PlainDate }[]
}

const formNote = `Thể thức kế hoạch theo thói quen của Nghị định 30/2020/NĐ-CP: ${uncheckedForm}.`

/** Of what was approved before papers were kept: nobody signed it by this software, and nothing says that somebody did. */
const uncoded =
  'Bản này dựng lại từ dữ liệu: kế hoạch được ghi phê duyệt trước khi phần mềm cấp mã kiểm tra, nên không có mã. Căn cứ là văn bản gốc đã ký, đóng dấu.'
const isUncoded = ({ paper, signed }: PlanPrint): boolean => paper.number !== null && signed === null
/** At the foot of every page, since annexes are taken apart: that there is no code, and what has amended it. */
export function everyFootOf(print: PlanPrint): string {
  const amended = print.amendedBy.map(({ number, day }) => `số ${number} ngày ${showDate(day)}`).join(', ')
  const { instead } = print.paper
  const before = instead?.day ? ` bản ghi số ${instead.number} ngày ${showDate(instead.day)}` : ''
  return [
    instead ? `Bản này thay${before}, đính chính ngày ${showDate(instead.on)}.` : '',
    isUncoded(print) ? 'Bản dựng lại từ dữ liệu, không có mã kiểm tra; căn cứ là văn bản gốc đã ký, đóng dấu.' : '',
    amended ? `Kế hoạch này đã được điều chỉnh bởi văn bản ${amended}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What stands at the foot of the first page. */
export const footOf = (print: PlanPrint): string => (isUncoded(print) ? `${uncoded} ${formNote}` : formNote)

export const paperTitle = 'KẾ HOẠCH'
/** `Điều chỉnh, bổ sung lần 1 Kế hoạch tập huấn` */
/** The kind of the paper stands above its subject already: "Kế hoạch đào tạo" is "Đào tạo" there. */
const withoutKind = (name: string): string => {
  const rest = name.replace(/^kế hoạch\s+/iu, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

export const subjectOf = ({ name, amendment }: PlanPaper): string =>
  amendment === 0 ? withoutKind(name) : `Điều chỉnh, bổ sung (lần ${amendment}): ${name}`
export const numberSaid = ({ number }: PlanPaper): string => (number ? `Số: ${number}` : 'Số: ......../KH-UBND')

export type Piece = { readonly kind: 'head' | 'text' | 'item'; readonly text: string }
const text = (said: string): Piece => ({ kind: 'text', text: said })
const item = (said: string): Piece => ({ kind: 'item', text: `- ${said}` })
const paragraphs = (said: string): Piece[] =>
  said
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
    .map(text)

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const
/** Sections that say something, numbered in their order. */
const numbered = (sections: readonly (readonly [string, readonly Piece[]])[]): Piece[] =>
  sections
    .filter(([, pieces]) => pieces.length > 0)
    .flatMap(([head, pieces], at) => [{ kind: 'head', text: `${roman[at]}. ${head}` } as const, ...pieces])

const onceSaid = ({ once }: NonNullable<PlanPaper['amends']>): string =>
  once ? `; khi ký ghi ${numberAndDayInWords(once.number, once.day)}, đã đính chính` : ''

const opening = (of: PlanPaper): Piece[] => [
  ...of.grounds.map((one) => text(`${one};`)),
  ...(of.amends
    ? [
        text(
          `Điều chỉnh, bổ sung Kế hoạch ${numberAndDayInWords(of.amends.number, of.amends.day)} (${of.amends.name}${onceSaid(of.amends)}). Lý do: ${of.reason}.`,
        ),
      ]
    : []),
  text(
    `${of.issuer.name} ban hành kế hoạch ${of.amends ? 'điều chỉnh ' : ''}thực hiện ${of.programme} năm ${of.year} như sau:`,
  ),
]

/** `Tổ chức 14 lớp cho 850 lượt người, gồm 3 chuyên đề, lớp ghi ở Phụ lục I.` */
function contents({ sums, lines, largestClass, amends }: PlanPaper): Piece[] {
  const { people, classes, hours } = sums
  if (lines.length === 0) return [text('Thôi thực hiện kế hoạch: không còn chuyên đề, lớp nào.')]
  const after = amends ? 'Sau điều chỉnh, tổ chức' : 'Tổ chức'
  return [
    text(
      `${after} ${showNumber(classes)} lớp cho ${showNumber(people)} lượt người, gồm ${showNumber(new Set(lines.map(({ topicId, code }) => topicId ?? code)).size)} chuyên đề, lớp ghi ở Phụ lục I.`,
    ),
    ...(hours === null ? [] : [text(`Tổng số tiết của các lớp: ${showNumber(hours)}.`)]),
    ...(largestClass ? [text(`Mỗi lớp không quá ${showNumber(largestClass.people)} người (${largestClass.by}).`)] : []),
  ]
}

const spending = ({ sums }: PlanPaper): Piece[] =>
  sums.dong === 0
    ? [text('Kế hoạch chưa ghi kinh phí.')]
    : [
        text(`Tổng kinh phí: ${showMoney(sums.dong)}, trong đó:`),
        ...sums.bySource.map(({ source, dong }, at) =>
          item(`${source}: ${showMoney(dong)}${at + 1 === sums.bySource.length ? '.' : ';'}`),
        ),
        text('Chi tiết từng nội dung chi ở Phụ lục II.'),
      ]

export const openingOf = opening
export const piecesOf = (of: PlanPaper): Piece[] =>
  numbered([
    ['MỤC ĐÍCH, YÊU CẦU', paragraphs(of.purpose)],
    ...(of.amends
      ? [
          [
            'NỘI DUNG ĐIỀU CHỈNH',
            of.changes.length > 0
              ? [
                  text('Các dòng thêm, sửa, bỏ ghi ở Phụ lục III.'),
                  ...(of.lines.length > 0 ? [text('Các nội dung khác giữ nguyên.')] : []),
                ]
              : [text('Các dòng của kế hoạch giữ nguyên.')],
          ] as const,
        ]
      : []),
    ['NỘI DUNG, ĐỐI TƯỢNG, SỐ LỚP', contents(of)],
    ['THỜI GIAN, ĐỊA ĐIỂM', of.lines.length > 0 ? [text('Theo từng chuyên đề ở Phụ lục I.')] : []],
    ['KINH PHÍ', of.lines.length > 0 ? spending(of) : []],
    ['TỔ CHỨC THỰC HIỆN', [...paragraphs(of.execution), ...paragraphs(of.note)]],
  ])

export type Annex = {
  readonly name: string
  /** On pages that lie, where its columns need the width. */
  readonly lying?: true
  readonly title: string
  readonly columns: readonly {
    readonly title: string
    readonly width: number
    readonly align: 'left' | 'center' | 'right'
  }[]
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[] | null
}

export function annexUnder({ number, day, issuer, amends, amendment }: PlanPaper): string {
  const paper = `Kèm theo Kế hoạch ${numberAndDayInWords(number, day)} của ${issuer.name}`
  if (!amends) return `(${paper})`
  return `(${paper}, điều chỉnh, bổ sung lần ${amendment} Kế hoạch ${numberAndDayInWords(amends.number, amends.day)})`
}

const number = (value: number): string => showNumber(value)

const linesAnnex = ({ lines, sums, amends }: PlanPaper): Annex => ({
  name: 'Phụ lục I',
  lying: true,
  title: `CHUYÊN ĐỀ, LỚP${amends ? ' (SAU ĐIỀU CHỈNH)' : ''}`,
  columns: [
    { title: 'STT', width: 7, align: 'center' },
    { title: 'Chuyên đề', width: 23, align: 'left' },
    { title: 'Đối tượng', width: 15, align: 'left' },
    { title: 'Lượt người', width: 9, align: 'right' },
    { title: 'Số lớp', width: 7, align: 'right' },
    { title: 'Nơi mở lớp', width: 14, align: 'left' },
    { title: 'Tuần (từ ngày đến ngày)', width: 17, align: 'left' },
    { title: 'Kinh phí (đồng)', width: 18, align: 'right' },
  ],
  rows: lines.map((line, at) => [
    String(at + 1),
    `${line.code}. ${line.title}${line.hours === null ? '' : ` (${line.hours} tiết một lớp)`}${line.note ? `. ${line.note}` : ''}`,
    ...[line.audience, number(line.people), number(line.classes), line.place, line.weeks, number(line.dong)],
  ]),
  total: ['', 'Tổng cộng', '', number(sums.people), number(sums.classes), '', '', number(sums.dong)],
})

const moneyAnnex = ({ lines, sums, amends }: PlanPaper): Annex => ({
  name: 'Phụ lục II',
  title: `KINH PHÍ THEO NỘI DUNG CHI${amends ? ' (SAU ĐIỀU CHỈNH)' : ''}`,
  columns: [
    { title: 'STT', width: 7, align: 'center' },
    { title: 'Dòng ở Phụ lục I', width: 15, align: 'left' },
    { title: 'Nội dung chi', width: 24, align: 'left' },
    { title: 'Nguồn', width: 16, align: 'left' },
    { title: 'Số lượng', width: 15, align: 'right' },
    { title: 'Đơn giá (đồng)', width: 14, align: 'right' },
    { title: 'Thành tiền (đồng)', width: 18, align: 'right' },
  ],
  rows: lines
    .flatMap(({ code, money }, at) => money.map((one) => ({ of: `${at + 1}. ${code}`, ...one })))
    .map((one, at) => [
      ...[String(at + 1), one.of, one.what, one.source],
      `${number(one.quantity)}${one.countedBy ? ` ${one.countedBy}` : ''}`,
      ...[number(one.dong), number(one.amount)],
    ]),
  total: ['', '', 'Tổng cộng', '', '', '', number(sums.dong)],
})

const changesAnnex = ({ changes }: PlanPaper): Annex => ({
  name: 'Phụ lục III',
  title: 'NỘI DUNG ĐIỀU CHỈNH',
  columns: [
    { title: 'STT', width: 7, align: 'center' },
    { title: 'Chuyên đề', width: 28, align: 'left' },
    { title: 'Đã phê duyệt', width: 33, align: 'left' },
    { title: 'Điều chỉnh thành', width: 33, align: 'left' },
  ],
  rows: changes.map(({ topic, was, is }, at) => [String(at + 1), topic, was || '(không có)', is || '(bỏ)']),
  total: null,
})

export const annexesOf = (of: PlanPaper): Annex[] => [
  ...(of.lines.length > 0 ? [linesAnnex(of)] : []),
  ...(of.lines.some(({ money }) => money.length > 0) ? [moneyAnnex(of)] : []),
  ...(of.changes.length > 0 ? [changesAnnex(of)] : []),
]

/** `12/KH-UBND ngày 05 tháng 11 năm 2026` for the workbook. */
export const decidedSaid = ({ number: said, day }: PlanPaper): string =>
  said && day ? `Kế hoạch số ${said} ${dayInWords(day)}` : 'Dự thảo'
