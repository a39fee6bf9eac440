/**
 * The lines over “QUYẾT ĐỊNH:” as a draft fixes them: what it stands on, and last who proposed it (NĐ 30/2020/NĐ-CP,
 * recalled). Drafts of before fixed no proposal: their papers are printed again in the words of their time.
 */
const proposal = 'Theo đề nghị của '

export const proposedBy = (who: string): string => `${proposal}${who}`

/** Of a recognition; `inText`: `xã Tam Hồng`. */
export const proposedByBoard = (inText: string): string =>
  proposedBy(`Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo ${inText}`)

const ofCorrection = 'về việc đính chính thông tin hộ gia đình tại Quyết định số'

/** `paper`: `Quyết định số 146/QĐ-UBND ngày 20 tháng 11 năm 2026 của Chủ tịch ...`, which put right what stands in `number`. */
export const correctedBy = (paper: string, number: string): string => `${paper} ${ofCorrection} ${number}`

/** Whether a correction names those before it. Drafts of before do not, and are printed again in the words of their time. */
export const namesEarlier = (grounds: readonly string[] | null): boolean =>
  grounds?.some((one) => !one.startsWith(proposal) && one.includes(` ${ofCorrection} `)) ?? false

/** Whether a draft fixed all of its lines, and is printed in the words that came with that. */
export const fixesAll = (grounds: readonly string[] | null): grounds is readonly string[] =>
  grounds?.at(-1)?.startsWith(proposal) ?? false

export const groundLines = (grounds: readonly string[]): string[] =>
  grounds.map((one) => (one.startsWith(proposal) ? one : `Căn cứ ${one}`))

/** `96 hộ nghèo và 40 hộ cận nghèo`; a class that nobody of the list holds is not named. */
export const countsInWords = ({ poor, nearPoor }: { readonly poor: number; readonly nearPoor: number }): string => {
  const parts = [...(poor > 0 ? [`${poor} hộ nghèo`] : []), ...(nearPoor > 0 ? [`${nearPoor} hộ cận nghèo`] : [])]
  return parts.length > 0 ? parts.join(' và ') : 'không có hộ nghèo, hộ cận nghèo'
}
