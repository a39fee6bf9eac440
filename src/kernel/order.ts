/** The one Vietnamese order of lists; the database's collation `vietnamese` agrees. */

const vietnamese = new Intl.Collator('vi', { numeric: true })

/** Names in the order of the alphabet and of counting ("Thôn 2" before "Thôn 10"); 0 for the very same letters only. */
export function compareNames(a: string, b: string): number {
  const order = vietnamese.compare(a, b)
  if (order !== 0 || a === b) return order
  return a < b ? -1 : 1
}

type Unit = { readonly areaId: string; readonly name: string }

/** Units by name; two of one name stand apart, always in the same order. */
export const compareUnits = (a: Unit, b: Unit): number =>
  compareNames(a.name, b.name) || (a.areaId < b.areaId ? -1 : a.areaId > b.areaId ? 1 : 0)

const givenName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

/** People by the given name, the last word, then by the whole name. */
export const comparePeople = (a: string, b: string): number =>
  compareNames(givenName(a), givenName(b)) || compareNames(a, b)
