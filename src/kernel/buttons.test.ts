import { expect, it } from 'vitest'
import type { Actor } from './access.ts'
import { type Buttons, buttonsFor } from './buttons.ts'
import type { AccountId, AreaId } from './ids.ts'

const table = {
  draft: { right: 'decision.prepare', in: 'deciding' },
  check: { right: 'survey.check', in: 'checking' },
  show: { right: 'round.read', in: 'deciding' },
} as const satisfies Buttons<{ readonly in: string }>

const commune = 'tam-hong' as AreaId
const neighbour = 'ky-thuong' as AreaId
const held = (role: Actor['grants'][number]['role']): Actor => ({
  accountId: 'ai-do' as AccountId,
  name: 'Ai đó',
  grants: [{ role, areaId: commune }],
})
const [hung, bich] = [held('commune_official'), held('commune_chair')]

it('offers what the right allows', () => {
  expect(buttonsFor(table, { actor: hung, over: [commune] })).toEqual(['draft', 'check', 'show'])
  expect(buttonsFor(table, { actor: bich, over: [commune] })).toEqual(['show'])
})

it('offers nothing in the next commune', () => {
  expect(buttonsFor(table, { actor: hung, over: [neighbour] })).toEqual([])
})

it('offers what stands now', () => {
  expect(buttonsFor(table, { actor: hung, over: [commune] }, (button) => button.in === 'deciding')).toEqual([
    'draft',
    'show',
  ])
})

it('knows its names: a button that is not in the table does not compile', () => {
  const offered = buttonsFor(table, { actor: hung, over: [commune] })
  // @ts-expect-error a slip of the pen
  expect(offered.includes('dreft')).toBe(false)
  // @ts-expect-error a button without a right
  const without = { draft: {} } as const satisfies Buttons
  // @ts-expect-error a right that is not in the table of rights
  const unknown = { draft: { right: 'decision.prepair' } } as const satisfies Buttons
  expect([without, unknown]).toHaveLength(2)
})
