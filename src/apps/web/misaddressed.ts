import { isId } from '#kernel/ids.ts'

/** Named by words of their own, not by an id that the house made. */
const named = ['standardId']

/** Whether an address says something else where the id of a record belongs: `/can-bo/nhap`. */
export const isMisaddressed = (params: Readonly<Record<string, string>>): boolean =>
  Object.entries(params).some(([name, value]) => name.endsWith('Id') && !named.includes(name) && !isId(value))

/** The list from which a record is opened: `/can-bo` of `/can-bo/:officialId/gop`. */
export const listOf = (path: string): string => path.split('/:')[0] ?? path
