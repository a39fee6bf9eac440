/** Whether minutes say what was concluded and who was there: only such are printed and signed. */
export const isWritten = (of: {
  readonly present: readonly unknown[]
  readonly conclusions: readonly unknown[]
}): boolean => of.present.length > 0 && of.conclusions.length > 0

/** A fingerprint as people compare it on a page: its first twelve digits, four by four. */
export const codeOf = (fingerprint: string): string => (fingerprint.slice(0, 12).match(/.{4}/g) ?? []).join(' ')

/** "Mã văn bản: 3fa9 12bc 77de", at the foot of printed minutes. */
export const codeSaid = (fingerprint: string): string => `Mã văn bản: ${codeOf(fingerprint)}`
