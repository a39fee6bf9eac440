/** How the numbers of papers are written. */

/** A series of numbers, counted anew in each unit and year. Its name stands in stored data and never changes. */
export type Series = { readonly name: string; readonly mark: string }

/** As printed: `0012/GCN-2027`. */
export const printedNumber = ({ mark }: Series, number: number, year: number): string =>
  `${String(number).padStart(4, '0')}/${mark}-${year}`
