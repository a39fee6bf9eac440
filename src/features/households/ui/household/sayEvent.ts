/** An event of the timeline in words: what happened, and what was before. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import { say, type Words } from '#platform/web/language.ts'
import { endWords, eventWords, joinWords, leaveWords, placingWords } from '../../model/words.ts'
import type { EventKind } from '../../model.ts'
import type { EventAnswer } from '../answers.ts'
import { fieldNames, shownValue } from '../fieldWords.ts'

type Facts = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const wordOf = (words: Readonly<Record<string, Words>>, key: unknown): string => say(words[text(key)] ?? text(key))

export function sayEvent({ kind, facts }: EventAnswer): { title: string; details: string[] } {
  const names = Array.isArray(facts.names) ? facts.names.join(', ') : text(facts.name)
  const words = kind === 'address_changed' && isCalledAnew(facts) ? phoneWords : eventWords[kind]
  const title = kind === 'listed' || names === '' ? say(words) : `${say(words)}: ${names}`
  return { title, details: [...detailsOf(kind, facts), ...calledBy(facts), ...sureOf(kind, facts)] }
}

function detailsOf(kind: EventKind, facts: Facts): string[] {
  switch (kind) {
    case 'head_changed':
      return [`${text(facts.from)} → ${text(facts.to)}`]
    case 'address_changed':
      return [
        ...lineOfChange(place(facts.from), place(facts.to)),
        ...phoneChanged(facts),
        ...('succeeds' in facts
          ? [say({ vi: 'Vì thôn sáp nhập, chia tách hoặc giải thể', en: 'The village was merged, split or abolished' })]
          : []),
        ...placed(facts),
      ]
    case 'ended':
      return [wordOf(endWords, facts.reason)]
    case 'moved_out':
      return [wordOf(leaveWords, facts.reason)]
    case 'moved_in':
      return [wordOf(joinWords, facts.reason)]
    case 'facts_changed':
      return changed(facts)
    case 'persons_joined':
      return [joinedWith(facts), ...takenOver(facts)]
    case 'undone':
      return undone(facts)
    default:
      return []
  }
}

const phoneWords: Words = { vi: 'Đổi số điện thoại liên hệ', en: 'Phone changed' }
/** Nothing else of where it lives and how it is numbered was changed. */
const isCalledAnew = (facts: Facts): boolean => place(facts.from) === place(facts.to) && phoneChanged(facts).length > 0

const lineOfChange = (was: string, is: string): string[] => (was === is ? [] : [`${was || '–'} → ${is || '–'}`])

function phoneChanged({ from, to }: Facts): string[] {
  const [was, is] = [from, to].map((of) => text(((of ?? {}) as Facts).phone))
  return lineOfChange(was ?? '', is ?? '').map((line) => `${say(fieldNames.phone ?? '')}: ${line}`)
}

/** The number by which a household that begins or takes others in is called from then on. */
const calledBy = ({ phone }: Facts): string[] =>
  typeof phone === 'string' ? [`${say(fieldNames.phone ?? '')}: ${phone}`] : []

/** Of an act on many households: it was no moving house where their village had become several. */
function placed({ why, because }: Facts): string[] {
  if (typeof because !== 'string') return []
  const said = { vi: 'Lý do: {because}', en: 'Reason: {because}' }
  return [...(why === 'unit_changed' ? [say(placingWords.unit_changed)] : []), say(said, { because })]
}

/** What was asked about it, and why it was done all the same. */
const sureOf = (kind: EventKind, { sure }: Facts): string[] => {
  const asked =
    kind === 'head_changed'
      ? { vi: 'Trẻ em làm chủ hộ, lý do: {sure}', en: 'A child as head, because: {sure}' }
      : kind === 'split' || kind === 'ended' || kind === 'merged'
        ? { vi: 'Đã được hỏi lại, lý do: {sure}', en: 'Asked about, because: {sure}' }
        : { vi: 'Ghi dù sổ đã có người hoặc hộ giống: {sure}', en: 'Entered although alike: {sure}' }
  return typeof sure === 'string' ? [say(asked, { sure })] : []
}

function place(value: unknown): string {
  const { number, address, village } = (value ?? {}) as Facts
  const said = text(number) && say({ vi: 'số {n}', en: 'no. {n}' }, { n: number })
  return [said, text(address), text(village)].filter(Boolean).join(', ')
}

function changed(facts: Facts): string[] {
  const values = Object.entries((facts.changed ?? {}) as Record<string, { from: unknown; to: unknown }>)
  const numbers = Array.isArray(facts.numbers) ? facts.numbers : []
  return [
    ...values.map(([field, { from, to }]) =>
      field === 'facts'
        ? say(fieldNames.facts ?? '')
        : `${wordOf(fieldNames, field)}: ${shownValue(field, from)} → ${shownValue(field, to)}`,
    ),
    ...numbers.map((field) => wordOf(fieldNames, field)),
  ]
}

const joinedWith = (facts: Facts): string =>
  say(
    { vi: 'cùng là {name}. Lý do: {because}', en: 'the same as {name}. Reason: {because}' },
    { name: text(facts.sameName), because: text(facts.because) },
  )

/** What the kept one took over from the other; numbers are only named. */
function takenOver(facts: Facts): string[] {
  const values = Object.entries((facts.changed ?? {}) as Record<string, { to: unknown }>)
  const numbers = Array.isArray(facts.numbers) ? facts.numbers : []
  const all = [
    ...values.map(([field, { to }]) => `${wordOf(fieldNames, field)}: ${shownValue(field, to)}`),
    ...numbers.map((field) => wordOf(fieldNames, field)),
  ]
  const said = { vi: 'Lấy từ {name}: {all}', en: 'Taken over from {name}: {all}' }
  return all.length > 0 ? [say(said, { name: text(facts.sameName), all: all.join('; ') })] : []
}

/** What was undone, a line each, and why. */
function undone(facts: Facts): string[] {
  const of = Array.isArray(facts.of) ? (facts.of as readonly Facts[]) : []
  const lines = of.map(({ kind, on, name }) => {
    const what = [wordOf(eventWords, kind), text(name)].filter(Boolean).join(': ')
    return `${what} (${showDate(text(on) as PlainDate)})`
  })
  return [...lines, say({ vi: 'Lý do: {because}', en: 'Reason: {because}' }, { because: text(facts.because) })]
}
