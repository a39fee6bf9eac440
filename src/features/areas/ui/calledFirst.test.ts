import { expect, it } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { calledFirst } from './calledFirst.ts'

const one = (id: string, was: { otherwise?: string; lay?: string } = {}) => ({
  areaId: id as AreaId,
  otherwise: was.otherwise ?? null,
  lay: was.lay ?? null,
})
const ids = (units: readonly { areaId: AreaId }[]): string => units.map(({ areaId }) => areaId).join(' ')

it('who types the name of a unit of elsewhere is offered it before their own that was called so', () => {
  const own = [one('own-once', { otherwise: 'Xã Yên Lạc' }), one('own-lay', { lay: 'Xã Yên Lạc' })]
  expect(ids(calledFirst(own, [one('named'), ...own]))).toBe('named own-once own-lay')
})

it('of several that are called so their own come first, each once, in the order in which they were found', () => {
  const own = [one('own'), one('own-once', { otherwise: 'Thôn 1' })]
  expect(ids(calledFirst(own, [one('a'), one('own'), one('b', { lay: 'Xã cũ' })]))).toBe('own a own-once b')
})
