/** Answers from outside: the schema, then what a schema cannot see, told in one sentence. */
import { Compile } from 'typebox/compile'
import { Locale } from 'typebox/system'
import type { PlainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type Facts, FactsSchema } from './model/facts.ts'
import { type FactFault, factFaults } from './rules/faults.ts'

const compiled = Compile(FactsSchema)

const says: Readonly<Record<FactFault['code'], Said>> = {
  born_after: { vi: 'sinh sau ngày tính', en: 'is born after the day' },
  no_such_day: { vi: 'không có trong lịch', en: 'is no day of the calendar' },
  same_person: { vi: 'có hai lần', en: 'stands twice' },
  nobody: { vi: 'không có ai; hộ phải có ít nhất một người', en: 'hold nobody; a household has at least one member' },
  heads: { vi: 'có hơn một chủ hộ', en: 'have more than one head' },
  no_head: { vi: 'chưa có chủ hộ', en: 'have no head' },
  count_differs: { vi: 'khác số người được liệt kê', en: 'differs from the number of members listed' },
  region: { vi: 'không khớp với khu vực', en: 'does not fit the settlement' },
  old_font: { vi: 'gõ bằng bảng mã của phông cũ', en: 'is typed in the coding of an old font' },
  name_blank: { vi: 'chỉ có khoảng trắng', en: 'is blank' },
  name_unfit: { vi: 'có ký tự không dùng trong tên người', en: 'has characters no name has' },
  too_much: { vi: 'lớn hơn mọi thu nhập có thể có', en: 'is more than any income can be' },
  unprintable: { vi: 'có ký tự không in được trên giấy tờ', en: 'has a letter that papers cannot show' },
}
const household: Said = { vi: 'hộ', en: 'the household' }
const notAsked: Said = { vi: 'không phải câu trả lời của phiếu', en: 'is not an answer of the form' }
const noIndicator: Said = { vi: 'không phải chỉ số của chuẩn nào', en: 'is no indicator of any standard' }

const kinds: Readonly<Record<string, string>> = {
  integer: 'số nguyên',
  number: 'số',
  string: 'chữ',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một nhóm câu trả lời',
}

type Wrong = { readonly keyword: string; readonly params: object }

/** What the schema asks for, in Vietnamese; its own words stay English here and there. */
function asked({ keyword, params }: Wrong): string {
  const { type, limit, allowedValues, requiredProperties } = params as Record<string, unknown>
  const said: Readonly<Record<string, string>> = {
    type: `phải là ${kinds[String(type)] ?? 'dạng khác'}`,
    minimum: `không được nhỏ hơn ${limit}`,
    maximum: `không được lớn hơn ${limit}`,
    minLength: `phải có ít nhất ${limit} ký tự`,
    maxLength: `không được dài quá ${limit} ký tự`,
    maxItems: `không được có quá ${limit} mục`,
    enum: `phải là một trong: ${[allowedValues].flat().join(', ')}`,
    required: `thiếu ${[requiredProperties].flat().join(', ')}`,
    pattern: 'không đúng dạng',
  }
  return said[keyword] ?? 'không đúng dạng'
}

const about = (path: string, { vi, en }: Said): { fault: Said } => ({
  fault: { vi: `${path || household.vi} ${vi}`, en: `${path || household.en} ${en}` },
})

/**
 * The facts, or the first thing that is wrong with them: `/housing/wall must be equal to one of ...`. `ticks` are the
 * keys of the indicators there are.
 */
export function readFacts(
  value: unknown,
  day: PlainDate,
  ticks: ReadonlySet<string>,
): { facts: Facts } | { fault: Said } {
  if (!compiled.Check(value)) {
    const [first] = compiled.Errors(value)
    const path = first?.instancePath ?? ''
    if (first === undefined || first.keyword === 'boolean') return about(path, notAsked)
    return about(path, { vi: asked(first), en: Locale.en_US(first) })
  }
  const stranger = Object.keys(value.declared ?? {}).find((key) => !ticks.has(key))
  if (stranger !== undefined) return about(`declared.${stranger}`, noIndicator)
  const [fault] = factFaults(value, day)
  return fault === undefined ? { facts: value } : about(fault.path, says[fault.code])
}
