/** A verdict in sentences for the family: the class, why, and what would change it. */

import { fill, type Said } from '#kernel/text.ts'
import type { Citation, Mark } from '../model/marks.ts'
import type { Indicator, Standard } from '../model/standard.ts'
import type { IndicatorVerdict, Verdict } from '../model/verdict.ts'
import { changesOf } from './changes.ts'
import { incomeWords } from './incomeWords.ts'
import { indicatorsOf } from './indicators.ts'
import { classNames, factPhrases } from './phrases.ts'

export type Line = {
  kind: 'class' | 'income' | 'lacking' | 'not_lacking' | 'open' | 'change' | 'missing' | 'note'
  text: string
  indicator?: string
  /** Shown as "chưa đối chiếu văn bản" where it is recalled. */
  mark?: Mark
  citation?: Citation
}
export type Speaker = { lang: keyof Said; nameOf: (person: string) => string }

const sentences = {
  open: { vi: 'Chưa xếp loại được: có thể là {classes}.', en: 'Not yet classified: it may be {classes}.' },
  or: { vi: ' hoặc ', en: ' or ' },
  lacking: { vi: 'Thiếu hụt: {name}{why}.', en: 'Lacking: {name}{why}.' },
  declared: { vi: ' (theo đánh dấu trong danh sách nhập)', en: ' (by the tick of an imported list)' },
  notLacking: { vi: 'Không thiếu hụt: {names}.', en: 'Not lacking: {names}.' },
  noThreshold: {
    vi: 'Chưa đánh giá được vì chưa có ngưỡng trong văn bản đã đọc: {names}.',
    en: 'Not assessable because the threshold has not been seen in the law: {names}.',
  },
  noAnswer: {
    vi: 'Chưa đánh giá được vì còn thiếu câu trả lời: {names}.',
    en: 'Not assessable because answers are missing: {names}.',
  },
  missing: { vi: 'Còn thiếu {count} câu trả lời.', en: '{count} answers are missing.' },
  missingOne: { vi: 'Còn thiếu 1 câu trả lời.', en: '1 answer is missing.' },
  unchecked: {
    vi: 'Một số giá trị của chuẩn chưa đối chiếu văn bản.',
    en: 'Some values of the standard have not been checked against the text.',
  },
  illustrative: {
    vi: 'Dùng bảng điểm minh hoạ: không thể ra quyết định theo kết quả này.',
    en: 'An illustrative points table was used: nothing can be decided by this result.',
  },
} as const satisfies Record<string, Said>

function classLine(verdict: Verdict, lang: keyof Said): Line {
  if (verdict.class !== null) return { kind: 'class', text: `${classNames[verdict.class][lang]}.` }
  const names = verdict.bounds.possible.map((c) => classNames[c][lang].toLowerCase())
  return { kind: 'class', text: fill(sentences.open[lang], { classes: names.join(sentences.or[lang]) }) }
}

const incomeLine = (verdict: Verdict, standard: Standard, lang: keyof Said): Line => ({
  kind: 'income',
  mark: verdict.income.mark,
  citation: verdict.income.citation,
  text: incomeWords(verdict.income, standard)[lang],
})

type Named = { indicators: ReadonlyMap<string, Indicator>; speaker: Speaker }
const nameFor = (key: string, { indicators, speaker }: Named): string => indicators.get(key)?.name[speaker.lang] ?? key

function lackingLine(indicator: IndicatorVerdict, named: Named): Line {
  const { speaker } = named
  const { lang } = speaker
  const { key } = indicator
  const phrases = factPhrases({ key, threshold: named.indicators.get(key)?.threshold }, indicator.because, speaker)
  const why = indicator.declared ? sentences.declared[lang] : phrases.length > 0 ? ` (${phrases.join('; ')})` : ''
  return {
    kind: 'lacking',
    text: fill(sentences.lacking[lang], { name: nameFor(key, named), why }),
    indicator: key,
    mark: indicator.mark,
    ...(indicator.citation ? { citation: indicator.citation } : {}),
  }
}

function together(kind: Line['kind'], sentence: string, names: readonly string[]): Line[] {
  return names.length === 0 ? [] : [{ kind, text: fill(sentence, { names: names.join(', ') }) }]
}

function indicatorLines(verdict: Verdict, named: Named): Line[] {
  const { lang } = named.speaker
  const names = (wanted: (i: IndicatorVerdict) => boolean) =>
    verdict.indicators.filter(wanted).map((i) => nameFor(i.key, named))
  return [
    ...verdict.indicators.filter((i) => i.state === 'lacking').map((i) => lackingLine(i, named)),
    ...together(
      'not_lacking',
      sentences.notLacking[lang],
      names((i) => i.state === 'not_lacking'),
    ),
    ...together(
      'open',
      sentences.noAnswer[lang],
      names((i) => i.open === 'answers_missing'),
    ),
    ...together(
      'open',
      sentences.noThreshold[lang],
      names((i) => i.open === 'threshold_missing'),
    ),
  ]
}

function noteLines(verdict: Verdict, standard: Standard, lang: keyof Said): Line[] {
  const note = (text: string): Line => ({ kind: 'note', text })
  const unchecked = verdict.marks.all === 'recalled' || verdict.marks.all === 'illustrative'
  return [
    ...(standard.whatIf ? [note(standard.whatIf[lang])] : []),
    ...(verdict.illustrativeTable ? [note(sentences.illustrative[lang])] : []),
    ...(unchecked ? [note(sentences.unchecked[lang])] : []),
  ]
}

/** "Vì sao?" and what would change it, line by line, in one language. Speaks of the standard that made the verdict. */
export function explainInWords(verdict: Verdict, standard: Standard, speaker: Speaker): Line[] {
  const { lang } = speaker
  const named: Named = { indicators: new Map(indicatorsOf(standard).map((i) => [i.key, i])), speaker }
  const count = verdict.missing.length
  const missing = (count === 1 ? sentences.missingOne : sentences.missing)[lang]
  return [
    classLine(verdict, lang),
    incomeLine(verdict, standard, lang),
    ...indicatorLines(verdict, named),
    ...(count > 0 ? [{ kind: 'missing', text: fill(missing, { count }) } as const] : []),
    ...changesOf(verdict, standard).map((said) => ({ kind: 'change', text: said[lang] }) as const),
    ...noteLines(verdict, standard, lang),
  ]
}
