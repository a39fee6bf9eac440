/** What the dialogs of questions share: as it is typed, and as it is sent. */
import { showDate } from '#kernel/dates.ts'
import type { FieldWords } from '#platform/web/kit/Decide.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { mostOptions, type QuestionBody, type QuestionKind, type QuestionSaid } from '../model.ts'
import { letterOf, readDecimal } from '../rules.ts'

/** Whatever the kind, so that changing it forgets nothing. */
export type TypedQuestion = {
  readonly kind: QuestionKind
  readonly ask: string
  /** What can be chosen, one a line. */
  readonly options: string
  readonly rights: readonly string[]
  readonly partial: boolean
  readonly truth: boolean | null
  readonly number: string
  readonly tolerance: string
  readonly unit: string
  readonly basis: string
}
export const noQuestion: TypedQuestion = {
  ...{ kind: 'single', ask: '', options: '', rights: [], partial: false, truth: null },
  ...{ number: '', tolerance: '0', unit: '', basis: '' },
}

export const optionsIn = (typed: TypedQuestion): string[] =>
  typed.options
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const comma = (decimal: string): string => decimal.replace('.', ',')

export function typedOf({ ask, body, basis }: QuestionSaid): TypedQuestion {
  const typed = { ...noQuestion, kind: body.kind, ask, basis }
  switch (body.kind) {
    case 'single':
      return { ...typed, options: body.options.join('\n'), rights: [String(body.right)] }
    case 'multiple':
      return { ...typed, options: body.options.join('\n'), rights: body.rights.map(String), partial: body.partial }
    case 'true_false':
      return { ...typed, truth: body.right }
    case 'numeric':
      return { ...typed, number: comma(body.right), tolerance: comma(body.tolerance), unit: body.unit }
    case 'household':
      return typed
  }
}

/** Null while it says no whole question. A household to classify is not typed: it stays as it was. */
function bodyOf(typed: TypedQuestion, before: QuestionBody | null): QuestionBody | null {
  const options = optionsIn(typed)
  const rights = typed.rights.map(Number).filter((one) => one < options.length)
  const [right] = rights
  const few = options.length < 2 || options.length > mostOptions || right === undefined
  switch (typed.kind) {
    case 'single':
      return few ? null : { kind: 'single', options, right }
    case 'multiple':
      return few ? null : { kind: 'multiple', options, rights: rights.sort(), partial: typed.partial }
    case 'true_false':
      return typed.truth === null ? null : { kind: 'true_false', right: typed.truth }
    case 'numeric': {
      const [number, tolerance] = [readDecimal(typed.number), readDecimal(typed.tolerance)]
      return number === null || tolerance === null
        ? null
        : { kind: 'numeric', right: number, tolerance, unit: typed.unit.trim() }
    }
    case 'household':
      return before?.kind === 'household' ? before : null
  }
}

export function questionSent(typed: TypedQuestion, before: QuestionBody | null): QuestionSaid | null {
  const body = bodyOf(typed, before)
  const ask = typed.ask.trim()
  return body && ask ? { ask, body, basis: typed.basis.trim() } : null
}

export const lacking: Words = {
  vi: 'Cần câu hỏi, đủ các ý và ý đúng.',
  en: 'The question, what can be chosen and what is right are needed.',
}

/** What can be chosen, under letters. */
export const lettered = (options: readonly string[]) =>
  options.map((one, at) => {
    const said = `${letterOf(at)}. ${one}`
    return { value: String(at), label: { vi: said, en: said } }
  })

/** What can be chosen and what is right, in a line. */
export function bodyInWords(body: QuestionBody): string {
  switch (body.kind) {
    case 'single':
    case 'multiple': {
      const rights = body.kind === 'single' ? [body.right] : body.rights
      const listed = lettered(body.options)
        .map(({ label }) => label.vi)
        .join('; ')
      return say(
        { vi: '{listed}. Đúng: {right}', en: '{listed}. Right: {right}' },
        { listed, right: rights.map(letterOf).join(', ') },
      )
    }
    case 'true_false':
      return say(truths[String(body.right) as 'true' | 'false'])
    case 'numeric':
      return [
        comma(body.right),
        body.unit,
        body.tolerance === '0' ? '' : say({ vi: '(sai số {n})', en: '(within {n})' }, { n: comma(body.tolerance) }),
      ]
        .filter((one) => one !== '')
        .join(' ')
    case 'household':
      return say(
        { vi: 'Do phần mềm phân loại theo chuẩn, tại ngày {day}', en: 'Classified by the standard as of {day}' },
        { day: showDate(body.day) },
      )
  }
}
export const truths = { true: { vi: 'Đúng', en: 'True' }, false: { vi: 'Sai', en: 'False' } } as const

export const questionLabels = {
  ask: { vi: 'Câu hỏi', en: 'Question' },
  body: { vi: 'Các ý và đáp án', en: 'Choices and key' },
  basis: { vi: 'Căn cứ (văn bản, điều, trang)', en: 'Source (document, article, page)' },
}
export const questionWords: FieldWords = {
  label: (field) => questionLabels[field as keyof typeof questionLabels],
  show: (field, value) => (field === 'body' ? bodyInWords(value as QuestionBody) : String(value ?? '')),
}
