/** What would change a class: fewer or more lacking indicators, another income. Only said of a class that is set. */
import { showNumber } from '#kernel/numbers.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Standard } from '../model/standard.ts'
import type { Verdict } from '../model/verdict.ts'

const say = (said: Said, facts: Record<string, unknown>): Said => ({
  vi: fill(said.vi, facts),
  en: fill(said.en, facts),
})

const fewer: Said = {
  vi: 'Nếu bớt được {count} chỉ số thiếu hụt, hộ là hộ cận nghèo.',
  en: 'With {count} fewer lacking indicators the household would be near-poor.',
}
const oneFewer: Said = { vi: fewer.vi, en: 'With {count} lacking indicator fewer the household would be near-poor.' }
const more: Said = {
  vi: 'Nếu thiếu hụt thêm {count} chỉ số, hộ là hộ nghèo.',
  en: 'With {count} more lacking indicators the household would be poor.',
}
const oneMore: Said = { vi: more.vi, en: 'With {count} more lacking indicator the household would be poor.' }
const above: Said = {
  vi: 'Nếu {measure} trên {line}, hộ không còn thuộc diện nghèo, cận nghèo.',
  en: 'With {measure} above {line} the household would be neither poor nor near-poor.',
}
const aboveFirst: Said = {
  vi: 'Nếu {measure} trên {line}, hộ được xét theo số chỉ số thiếu hụt.',
  en: 'With {measure} above {line} the number of lacking indicators would decide.',
}
const below: Said = {
  vi: 'Nếu {measure} từ {line} trở xuống, hộ sẽ được xét là hộ nghèo hoặc hộ cận nghèo.',
  en: 'With {measure} at {line} or below the household would be poor or near-poor.',
}
const income: Said = { vi: 'thu nhập một người một tháng', en: 'income a person a month' }
const pointsWord: Said = { vi: 'điểm B1', en: 'B1' }

function incomeChange(verdict: Verdict, said: Said, line: number | null): Said[] {
  if (line === null) return []
  const points = verdict.income.kind === 'points'
  const measure = points ? pointsWord : income
  const shown = points ? showNumber(line) : `${showNumber(line)} đ`
  return [
    {
      vi: fill(said.vi, { measure: measure.vi, line: shown }),
      en: fill(said.en, { measure: measure.en, line: shown }),
    },
  ]
}

/** While an answer or a threshold is missing nobody knows how many indicators would have to change. */
const isOpen = ({ class: set, missing, indicators }: Verdict): boolean =>
  set === null || missing.length > 0 || indicators.some((i) => i.state === 'not_assessable')

/** Fewer or more lacking indicators, where there are as many. */
const byLacking = (count: number, [one, many]: readonly [Said, Said], most: number): Said[] =>
  count < 1 || count > most ? [] : [say(count === 1 ? one : many, { count })]

export function changesOf(verdict: Verdict, standard: Standard): Said[] {
  if (isOpen(verdict)) return []
  const points = verdict.income.kind === 'points'
  const poorLine = points ? verdict.income.cut : verdict.income.line
  const lastLine = (points ? verdict.income.nearPoorCut : verdict.income.nearPoorLine) ?? poorLine
  const used = verdict.income.used
  const lacking = verdict.lacking.length
  const forPoor = standard.classes.lackingForPoor.value
  const byIncomeAlone =
    standard.classes.rule.value === 'two_lines' && used !== null && poorLine !== null && used <= poorLine
  const upward = incomeChange(verdict, above, lastLine)
  switch (verdict.class) {
    case 'poor':
      return byIncomeAlone
        ? [...incomeChange(verdict, aboveFirst, poorLine), ...upward]
        : [...byLacking(lacking - forPoor + 1, [oneFewer, fewer], lacking), ...upward]
    case 'near_poor':
      return [...byLacking(forPoor - lacking, [oneMore, more], verdict.indicators.length - lacking), ...upward]
    case 'average':
    case 'not_poor':
      return incomeChange(verdict, below, lastLine)
    case null:
      return []
  }
}
