/** Whether minutes say what was concluded and who was there: only such are printed and signed. */
export const isWritten = (of: {
  readonly present: readonly unknown[]
  readonly conclusions: readonly unknown[]
}): boolean => of.present.length > 0 && of.conclusions.length > 0
