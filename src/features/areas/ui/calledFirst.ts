import type { OutputOf } from '#kernel/endpoint.ts'
import type { searchAreas } from '../contract.ts'

type Found = OutputOf<typeof searchAreas>['areas'][number]

/** Who types the name of a unit means that one, before any of their own that was called so or lay there once; `own` first of each. */
export function calledFirst<One extends Pick<Found, 'areaId' | 'otherwise' | 'lay'>>(
  own: readonly One[],
  found: readonly One[],
): One[] {
  const all = [...own, ...found.filter(({ areaId }) => !own.some((one) => one.areaId === areaId))]
  const isCalled = ({ otherwise, lay }: One) => otherwise === null && lay === null
  return [...all.filter(isCalled), ...all.filter((one) => !isCalled(one))]
}
