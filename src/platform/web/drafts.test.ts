/** What was typed and not sent: kept for whoever typed it, found by nobody else on the same phone. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MemoryTable, openPage } from '#test/web/page.ts'

const device = {
  command: new MemoryTable('seq'),
  drafts: new MemoryTable('accountId', 'kind', 'id'),
  transaction: (_mode: string, _table: unknown, work: () => unknown) => work(),
}
vi.mock('./device.ts', () => ({ device }))

let drafts: typeof import('./drafts.ts')
let session: typeof import('./session.ts')
const signIn = (accountId: string | null) => {
  session.me.value = { account: accountId && { accountId }, today: '2026-11-20', demo: false, setup: false } as never
}
beforeEach(async () => {
  vi.resetModules()
  openPage()
  device.drafts.rows.clear()
  drafts = await import('./drafts.ts')
  session = await import('./session.ts')
  signIn('mai')
})
afterEach(() => vi.unstubAllGlobals())

it('is found as it was typed, the last stroke of it', async () => {
  await drafts.saveDraft('survey', 'case-1', { housing: { areaM2: 4 } })
  await drafts.saveDraft('survey', 'case-1', { housing: { areaM2: 48 } })
  expect((await drafts.findDraft('survey', 'case-1'))?.data).toEqual({ housing: { areaM2: 48 } })
  expect(await drafts.listDrafts('survey')).toMatchObject([{ id: 'case-1' }])
})

it('is another one for another case and another kind', async () => {
  await drafts.saveDraft('survey', 'case-1', 'one')
  await drafts.saveDraft('survey', 'case-2', 'two')
  await drafts.saveDraft('household', 'case-1', 'three')
  expect((await drafts.findDraft('survey', 'case-2'))?.data).toBe('two')
  expect((await drafts.listDrafts('survey')).map((draft) => draft.id).sort()).toEqual(['case-1', 'case-2'])
  await drafts.dropDraft('survey', 'case-1')
  expect(await drafts.findDraft('survey', 'case-1')).toBeNull()
  expect((await drafts.findDraft('household', 'case-1'))?.data).toBe('three')
})

it('is not found, listed or told by another account of the same phone, nor when nobody is signed in', async () => {
  await drafts.saveDraft('survey', 'case-1', 'của Mai')
  for (const who of ['thang', null]) {
    signIn(who)
    expect(await drafts.findDraft('survey', 'case-1')).toBeNull()
    expect(await drafts.listDrafts('survey')).toEqual([])
  }
  signIn('mai')
  expect((await drafts.findDraft('survey', 'case-1'))?.data).toBe('của Mai')
})

it('of two accounts of one phone about the same case is each one’s own', async () => {
  await drafts.saveDraft('survey', 'case-1', 'của Mai')
  signIn('hung')
  await drafts.saveDraft('survey', 'case-1', 'của Hùng')
  await drafts.dropDraft('survey', 'case-2')
  expect((await drafts.findDraft('survey', 'case-1'))?.data).toBe('của Hùng')
  await drafts.dropDraft('survey', 'case-1')
  signIn('mai')
  expect((await drafts.findDraft('survey', 'case-1'))?.data).toBe('của Mai')
})

it('is not kept at all where nobody is signed in', async () => {
  signIn(null)
  await drafts.saveDraft('survey', 'case-1', 'của ai?')
  expect(device.drafts.rows.size).toBe(0)
})

it('of two windows never erases what the other wrote: the one that saw less is told', async () => {
  const at = { kind: 'survey', id: 'case-1' }
  const first = await drafts.saveDraftOver(at, 'one', null)
  const seen = 'savedAt' in first ? first.savedAt : null
  expect(await drafts.saveDraftOver(at, 'two', null)).toEqual({ newer: { data: 'one', savedAt: seen } })
  expect(await drafts.saveDraftOver(at, 'three', seen)).toEqual({ savedAt: expect.any(Number) })
  expect(await drafts.saveDraftOver(at, 'four', seen)).toMatchObject({ newer: { data: 'three' } })
  await drafts.dropDraft('survey', 'case-1')
  expect(await drafts.saveDraftOver(at, 'five', seen)).toEqual({ newer: null })
  expect(await drafts.findDraft('survey', 'case-1')).toBeNull()
})

it('is kept of who types and leaves the form at once', async () => {
  vi.stubGlobal('Element', class {})
  const { Draft } = await import('./drafting.ts')
  const { fieldOf } = await import('./typing.ts')
  const draft = new Draft('bodies.task', 'meeting-1')
  const field = draft.enter(fieldOf('what', ''))
  const stop = draft.watch()
  const kept = draft.type(field, 'Đang ghi dở')
  draft.leave(field)
  stop()
  await kept
  expect((await drafts.findDraft<{ what: { value: string } }>('bodies.task', 'meeting-1'))?.data.what.value).toBe(
    'Đang ghi dở',
  )
})
