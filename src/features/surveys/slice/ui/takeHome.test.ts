/** The forms that Mai's phone takes home, and what it says of them. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPage } from '#test/web/page.ts'

const kept = new Map<string, string | null>()
vi.mock('#platform/web/keptReads.ts', () => ({
  keptUnder: async () => kept,
  keptAddresses: async () => [...kept.keys()],
  keepAnswer: async (address: string, _form: unknown, version: string) => void kept.set(address, version),
  letGo: async (addresses: string[]) => addresses.forEach((one) => void kept.delete(one)),
  readOnce: async () => ({}),
}))
vi.mock('#platform/web/drafts.ts', () => ({ listDrafts: async () => [] }))
vi.mock('../../ui/onDevice.ts', () => ({ lastSending: () => null }))

const keyOf = (n: number) => ({ householdId: `h${n}`, caseId: `c${n}` }) as never
const asked: string[][] = []
/** What happens while the server answers. */
let meanwhile: () => void = () => undefined

let slice: typeof import('./takeHome.ts')
beforeEach(async () => {
  vi.resetModules()
  openPage()
  kept.clear()
  asked.length = 0
  meanwhile = () => undefined
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const cases: { caseId: string }[] = JSON.parse(body).cases
    asked.push(cases.map(({ caseId }) => caseId))
    meanwhile()
    meanwhile = () => undefined
    const law = { hash: 'x', points: null }
    const form = { form: { hash: 'f' }, opens: law, closes: null }
    const forms = cases.map(({ caseId }) => ({ caseId, version: '1', form }))
    return new Response(JSON.stringify({ forms, gone: [] }))
  })
  slice = await import('./takeHome.ts')
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('all of them, once; a household given to her while they come is taken too before the phone says that it has all', async () => {
  const said: unknown[] = []
  slice.atHome.subscribe((one) => said.push(one?.state === 'whole' && one.of))
  const whole = slice.takeHome([keyOf(1), keyOf(2)])
  meanwhile = () => void slice.takeHome([keyOf(1), keyOf(2), keyOf(3)])
  await whole
  expect([...kept.keys()].map((address) => address.split('/')[5])).toEqual(['c1', 'c2', 'c3'])
  expect(slice.atHome.value).toEqual({ have: 3, of: 3, state: 'whole' })
  expect(said.at(-1)).toBe(3)
  // The list that is drawn anew asks for nothing once more.
  expect(asked).toHaveLength(2)
})

it('without a line it says how many lie here; what a taking has said stands', async () => {
  kept.set('/api/households/h1/cases/c1/form', '1')
  await slice.countHome([keyOf(1), keyOf(2)])
  expect(slice.atHome.value).toEqual({ have: 1, of: 2, state: 'stopped' })
  slice.atHome.value = null
  await slice.countHome([keyOf(1)])
  expect(slice.atHome.value).toEqual({ have: 1, of: 1, state: 'whole' })
  expect(asked).toEqual([])
  await slice.takeHome([keyOf(1), keyOf(2)])
  kept.clear()
  await slice.countHome([keyOf(1), keyOf(2)])
  expect(slice.atHome.value).toEqual({ have: 2, of: 2, state: 'whole' })
})

it('what the server has just confirmed needs no second question, for a while; what it did not give does', async () => {
  await slice.takeHome([keyOf(1)])
  expect([slice.isConfirmed('c1' as never), slice.isConfirmed('c2' as never)]).toEqual([true, false])
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 121_000)
  expect(slice.isConfirmed('c1' as never)).toBe(false)
})
