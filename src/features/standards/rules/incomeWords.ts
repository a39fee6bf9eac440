/** The income of a verdict in a sentence: what it is, and every line or cut that decides where it stands. */
import { showBeside, showNumber } from '#kernel/numbers.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Standard } from '../model/standard.ts'
import type { Verdict } from '../model/verdict.ts'
import { type Thresholds, zone, zonesOf } from './classify.ts'
import { scalesOf } from './income.ts'

const noIncome: Said = { vi: 'Chưa có câu trả lời về thu nhập.', en: 'Income has not been answered.' }
const measured: Said = {
  vi: 'Thu nhập {used} đ một người một tháng{how}.',
  en: 'Income is {used} đ a person a month{how}.',
}
const points: Said = { vi: 'Điểm thu nhập (B1) là {used}{how}.', en: 'Income points (B1) are {used}{how}.' }
const range: Said = { vi: 'từ {from} đến {to}', en: 'from {from} to {to}' }

const noSettlement: Said = {
  vi: '; chưa so được với chuẩn vì chưa biết hộ ở nông thôn hay thành thị',
  en: '; it cannot be held against the line until it is known whether the household is rural or urban',
}
const noLine: Said = {
  vi: '; chưa có mức để so trong văn bản đã đọc',
  en: '; what to hold it against has not been seen in the law',
}
const noAverage: Said = {
  vi: '; chưa có chuẩn mức sống trung bình trong văn bản đã đọc',
  en: '; no line of an average living standard has been seen in the law',
}
const inBoth: Said = { vi: ' của cả nông thôn lẫn thành thị', en: ' of both rural and urban areas' }
const notAbove: Said = { vi: ', không quá {line}', en: ', not above {line}' }
const above: Said = { vi: ', trên {line}', en: ', above {line}' }
const and: Said = { vi: ', không quá {line}', en: ' and not above {line}' }
const crossed: Said = { vi: '; {line}', en: '; {line}' }

type LineName = 'only' | 'poor' | 'nearPoor' | 'average'
const lineNames: Readonly<Record<LineName, Said>> = {
  only: { vi: 'chuẩn', en: 'the line' },
  poor: { vi: 'chuẩn nghèo', en: 'the poor line' },
  nearPoor: { vi: 'chuẩn cận nghèo', en: 'the near-poor line' },
  average: { vi: 'chuẩn mức sống trung bình', en: 'the average-living line' },
}
const cutNames: Readonly<Record<LineName, Said>> = {
  only: { vi: 'mức xét', en: 'the cut' },
  poor: { vi: 'mức xét hộ nghèo', en: 'the poor cut' },
  nearPoor: { vi: 'mức xét hộ cận nghèo', en: 'the near-poor cut' },
  average: lineNames.average,
}

const join = (...parts: readonly Said[]): Said => ({
  vi: parts.map((p) => p.vi).join(''),
  en: parts.map((p) => p.en).join(''),
})
const filled = (said: Said, line: Said): Said => ({
  vi: fill(said.vi, { line: line.vi }),
  en: fill(said.en, { line: line.en }),
})

/** A line by its name and, where the settlement is known, its value. */
type Named = (which: Exclude<LineName, 'only'>) => Said

function namedBy(t: Thresholds, of: { points: boolean; twoLines: boolean; valued: boolean }): Named {
  const names = of.points ? cutNames : lineNames
  return (which) => {
    const name = names[which === 'poor' && !of.twoLines ? 'only' : which]
    const value = t[which]
    if (!of.valued || value === undefined) return name
    const shown = of.points ? showNumber(value) : `${showNumber(value)} đ`
    return { vi: `${name.vi} ${shown}`, en: `${name.en} of ${shown}` }
  }
}

/** Where an income of one zone stands, by the lines on either side of it. */
function standing(zones: number, named: Named, t: Thresholds): Said {
  const last = t.nearPoor === undefined ? 'poor' : 'nearPoor'
  switch (zones) {
    case zone.poor:
      return filled(notAbove, named('poor'))
    case zone.between:
      return join(filled(above, named('poor')), filled(and, named('nearPoor')))
    case zone.average:
      return join(filled(above, named(last)), filled(and, named('average')))
    case zone.average | zone.above:
      return join(filled(above, named(last)), noAverage)
    default:
      return filled(above, named(t.average === undefined ? last : 'average'))
  }
}

type Span = { readonly low: number; readonly high: number }

const inOrder = ['poor', 'nearPoor', 'average'] as const
const isOne = (zones: number, t: Thresholds): boolean =>
  (zones & (zones - 1)) === 0 || (zones === (zone.average | zone.above) && !t.averageKnown)

/** How a range stands that a line crosses: by every line within it. */
function crossing({ low, high }: Span, named: Named, t: Thresholds): Said {
  const within = inOrder.filter((which) => {
    const value = t[which]
    return value !== undefined && low <= value && value < high
  })
  const lines = within.map(named)
  return filled(crossed, { vi: lines.map((l) => l.vi).join(', '), en: lines.map((l) => l.en).join(', ') })
}

function howItStands(income: Verdict['income'], standard: Standard, { low, high }: Span): Said {
  const { twoLines, ...scales } = scalesOf(standard)
  const of = { points: income.kind === 'points', twoLines }
  const scale = of.points ? scales.points : scales.measured
  if (scale.rural.poor === undefined && scale.urban.poor === undefined) return noLine
  const [rural, urban] = [scale.rural, scale.urban].map((t) => zonesOf(low, high, t, twoLines))
  // The lines in đồng are always there: without them the settlement was not known.
  if (income.line === null) {
    if (rural === undefined || rural !== urban || !isOne(rural, scale.rural)) return noSettlement
    return join(standing(rural, namedBy(scale.rural, { ...of, valued: false }), scale.rural), inBoth)
  }
  const t = held(income, of.points)
  const zones = zonesOf(low, high, t, twoLines)
  const named = namedBy(t, { ...of, valued: true })
  if (t.poor === undefined) return noLine
  return isOne(zones, t) ? standing(zones, named, t) : crossing({ low, high }, named, t)
}

/** The lines or cuts that the verdict itself names, of the settlement it was made for. */
const held = (income: Verdict['income'], points: boolean): Thresholds => ({
  poor: (points ? income.cut : income.line) ?? undefined,
  nearPoor: (points ? income.nearPoorCut : income.nearPoorLine) ?? undefined,
  average: points ? undefined : (income.averageLine ?? undefined),
  averageKnown: points || income.averageLine !== null,
})

/** Every line the income may be held against: a number is shown so that it stands on its side of each. */
function linesBeside(income: Verdict['income'], standard: Standard): number[] {
  const scales = scalesOf(standard)
  const scale = income.kind === 'points' ? scales.points : scales.measured
  const all = income.line === null ? [scale.rural, scale.urban] : [held(income, income.kind === 'points')]
  return all.flatMap((t) => inOrder.flatMap((which) => t[which] ?? []))
}

export function incomeWords(income: Verdict['income'], standard: Standard): Said {
  if (income.kind === 'unknown' || income.used === null) return noIncome
  const low = income.used
  const high = income.usedMax ?? low
  const lines = linesBeside(income, standard)
  const from = showBeside(low, low === high ? lines : [...lines, high])
  const to = showBeside(high, [...lines, low])
  const how = howItStands(income, standard, { low, high })
  const sentence = income.kind === 'measured' ? measured : points
  const inLanguage = (lang: keyof Said) =>
    fill(sentence[lang], { used: low === high ? from : fill(range[lang], { from, to }), how: how[lang] })
  return { vi: inLanguage('vi'), en: inLanguage('en') }
}
