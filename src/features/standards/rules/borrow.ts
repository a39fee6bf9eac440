/** The exercise "what if the missing thresholds were those of another standard": labelled, and never for a round. */

import type { Indicator, Standard } from '../model/standard.ts'
import { indicatorsOf } from './indicators.ts'

/**
 * A copy of the standard whose missing thresholds and scoring points are taken from another one. The result carries
 * `whatIf`; `bestStandardOn` never returns it and a library refuses to load it. Lines are never borrowed.
 */
export function borrowThresholds(standard: Standard, from: Standard): Standard {
  const lenders = new Map(indicatorsOf(from).map((i) => [i.key, i]))
  const lend = (indicator: Indicator): Indicator => {
    const threshold = indicator.threshold ?? lenders.get(indicator.key)?.threshold
    return threshold === undefined ? indicator : { ...indicator, threshold }
  }
  const scoring =
    standard.scoring ??
    (from.scoring && { pointsPerLacking: from.scoring.pointsPerLacking, citation: from.scoring.citation })
  return {
    ...standard,
    id: `${standard.id}-muon-${from.id}`,
    ...(scoring ? { scoring } : {}),
    whatIf: {
      vi: `Tính thử: ${standard.name.vi}, ngưỡng còn thiếu mượn của ${from.name.vi}. Không phải chuẩn có hiệu lực, không dùng cho kỳ rà soát.`,
      en: `What-if: ${standard.name.en}, missing thresholds borrowed from ${from.name.en}. Not a standard in force; no round may use it.`,
    },
    legal: [...standard.legal, ...from.legal.filter((l) => standard.legal.every((own) => own.id !== l.id))],
    dimensions: standard.dimensions.map((d) => ({ ...d, indicators: d.indicators.map(lend) })),
  }
}
