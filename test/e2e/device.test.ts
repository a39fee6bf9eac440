/** What a phone keeps: commands in their order, readings with their time, who its owner is; and for whom it keeps them. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../upgrade/chromium.ts'
import { readFolder, waitingOn } from '../upgrade/folder.ts'
import { readStore } from '../upgrade/store.ts'
import { bundleOfPlatform, type Phone, refusal, takePhone } from './device/phone.ts'

let script: string
let browser: Browser
let phone: Phone
beforeAll(async () => {
  script = await bundleOfPlatform()
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  phone = await takePhone({ browser, script })
  await phone.start()
})
afterEach(() => phone.close())

const goOffline = () => {
  phone.server.line = false
}
const comeBack = async () => {
  phone.server.line = true
  await phone.does((nb) => nb.refreshMe().then(nb.sendWaiting))
}
const signInAs = async (who: string | null) => {
  phone.server.who = who
  await phone.does((nb) => nb.refreshMe())
}
const take = (toy: string) => phone.does((nb, id) => nb.take(id, `ghi ${id}`), toy)
const states = () => phone.does((nb) => nb.outbox().map(({ label, state }) => `${label}: ${state}`))
const settled = () => expect.poll(states).not.toContainEqual(expect.stringContaining('waiting'))

describe('what Mai finished without a line', () => {
  it('goes out in the order it was made, the bytes as they were written, each carrying what it is about', async () => {
    goOffline()
    const ids = [await take('a'), await take('b'), await take('c')]
    expect(await states()).toEqual(['ghi a: waiting', 'ghi b: waiting', 'ghi c: waiting'])
    const kept = await phone.does((nb) => nb.outbox().map(({ subject, page, input }) => ({ subject, page, input })))
    expect(kept[1]).toEqual({ subject: { kind: 'toy', id: 'b' }, page: '/phone/do-choi/b', input: '{"note":"ghi b"}' })
    await comeBack()
    await settled()
    expect(phone.server.arrived).toEqual(
      ['a', 'b', 'c'].map((toy, n) => ({ id: ids[n], toy, body: `{"note":"ghi ${toy}"}`, csrf: 'word of mai' })),
    )
    expect(await phone.does((nb) => nb.lastAbout('b')?.state)).toBe('sent')
    expect(await phone.does((nb) => nb.lastAbout('z'))).toBe(null)
  })

  it('is sent again as it was where the answer was lost, and holds up what was made after it', async () => {
    phone.server.answers = () => null
    const id = await take('a')
    await expect.poll(() => phone.server.arrived.length).toBe(1)
    await take('b')
    expect(await states()).toEqual(['ghi a: waiting', 'ghi b: waiting'])
    phone.server.answers = (toy) => (toy === 'a' ? refusal(503, 'server.busy') : { status: 200, body: {} })
    await comeBack()
    expect(await states()).toEqual(['ghi a: waiting', 'ghi b: waiting'])
    phone.server.answers = () => ({ status: 200, body: {} })
    await comeBack()
    await settled()
    const { arrived } = phone.server
    expect(new Set(arrived.filter(({ toy }) => toy === 'a').map(({ id, body }) => `${id} ${body}`))).toEqual(
      new Set([`${id} {"note":"ghi a"}`]),
    )
    expect(arrived.map(({ toy }) => toy).lastIndexOf('a')).toBeLessThan(arrived.map(({ toy }) => toy).indexOf('b'))
  })

  it('stays with its reason where it was refused, while the others go on; it can be sent again or put away', async () => {
    phone.server.answers = (toy) => (toy === 'b' ? refusal(409, 'toys.gone') : { status: 200, body: {} })
    for (const toy of ['a', 'b', 'c']) await take(toy)
    await expect.poll(states).toEqual(['ghi a: sent', 'ghi b: refused', 'ghi c: sent'])
    const refused = () => phone.does((nb) => nb.lastAbout('b'))
    expect(await refused()).toMatchObject({
      input: '{"note":"ghi b"}',
      problem: { code: 'toys.gone', title: { vi: 'Không nhận: toys.gone' } },
    })
    await phone.start()
    await expect.poll(refused).toMatchObject({ state: 'refused', page: '/phone/do-choi/b' })
    const before = phone.server.arrived.filter(({ toy }) => toy === 'b')
    await phone.does((nb) => nb.sendAgain(nb.lastAbout('b')?.seq ?? 0))
    await expect.poll(() => phone.server.arrived.filter(({ toy }) => toy === 'b').length).toBe(before.length + 1)
    expect(phone.server.arrived.at(-1)).toEqual(before[0])
    await expect.poll(async () => (await refused())?.state).toBe('refused')
    await phone.does((nb) => nb.putAway(nb.lastAbout('b')?.seq ?? 0))
    expect(await refused()).toBe(null)
    goOffline()
    await take('d')
    await phone.does((nb) => nb.putAway(nb.lastAbout('d')?.seq ?? 0))
    expect(await phone.does((nb) => nb.lastAbout('d')?.state)).toBe('waiting')
  })
})

describe('what Mai finished without a line, on a phone that sends many at once', () => {
  const ready = async (...toys: string[]) => {
    await phone.start('many')
    goOffline()
    for (const toy of toys) await take(toy)
  }

  it('comes home in one request, packed, its bytes as they were written', async () => {
    await ready('a', 'b', 'c')
    await comeBack()
    await settled()
    expect(phone.server.together).toEqual([3])
    expect(phone.server.arrived).toMatchObject(
      ['a', 'b', 'c'].map((toy) => ({ toy, body: `{"note":"ghi ${toy}"}`, csrf: 'word of mai' })),
    )
    expect(await states()).toEqual(['ghi a: sent', 'ghi b: sent', 'ghi c: sent'])
  })

  it('stays until the very bytes are confirmed, and each has its own answer', async () => {
    await ready('a', 'b', 'c')
    phone.server.answers = (toy) => (toy === 'b' ? refusal(409, 'toys.gone') : { status: 200, body: {} })
    const { hashOf } = phone.server
    phone.server.hashOf = (body) => (body.includes('ghi c') ? hashOf('khác') : hashOf(body))
    await comeBack()
    await expect.poll(states).toEqual(['ghi a: sent', 'ghi b: refused', 'ghi c: waiting'])
    phone.server.hashOf = hashOf
    await comeBack()
    await expect.poll(states).toEqual(['ghi a: sent', 'ghi b: refused', 'ghi c: sent'])
  })

  it('goes one by one to a server of before', async () => {
    phone.server.takesMany = false
    phone.server.answers = (toy) => (toy === '' ? refusal(404, 'record.not_found') : { status: 200, body: {} })
    await ready('a', 'b')
    await comeBack()
    await settled()
    expect(phone.server.arrived.map(({ toy }) => toy)).toEqual(['', 'a', 'b'])
  })
})

describe('what Mai read', () => {
  it('is shown without a line as it was, with its time, and read again once there is one', async () => {
    phone.server.list = () => ({ status: 200, body: { households: 3 } })
    expect(await phone.does((nb) => nb.readList())).toEqual({ data: { households: 3 }, keptAt: null })
    goOffline()
    expect(await phone.does((nb) => nb.readList())).toEqual({ data: { households: 3 }, keptAt: expect.any(Number) })
    await phone.does((nb) => nb.show())
    const { page } = phone
    await page.getByText(/bản đã lưu trên máy lúc \d\d\/\d\d\/20\d\d \d\d:\d\d/).waitFor()
    expect(await page.locator('#seen').innerText()).toBe('{"households":3}')
    phone.server.list = () => ({ status: 200, body: { households: 4 } })
    await comeBack()
    await page.getByText('{"households":4}').waitFor()
    expect(await page.getByRole('note').count()).toBe(0)
  })

  it('does not stand in where the server refuses, nor where she never read it', async () => {
    expect(await phone.does((nb) => nb.readLaw('h1'))).toEqual({ hash: 'h1' })
    await phone.does((nb) => nb.readList())
    phone.server.list = () => refusal(403, 'access.denied')
    expect(await phone.does((nb) => nb.readList())).toEqual({ refused: 'access.denied' })
    goOffline()
    expect(await phone.does((nb) => nb.readLaw('h1'))).toEqual({ hash: 'h1' })
    expect(await phone.does((nb) => nb.readLaw('h2'))).toEqual({ refused: 'web.unreached' })
    expect(phone.server.lawsRead).toBe(1)
  })
})

describe('two people with one phone', () => {
  it('never see what the other read, typed or sent', async () => {
    await phone.does((nb) => nb.readList())
    await phone.does((nb) => nb.saveDraft('toy', 'x', 'của Mai'))
    goOffline()
    await take('a')
    phone.server.who = 'hung'
    phone.server.line = true
    await signInAs('hung')
    phone.server.list = () => refusal(503, 'server.busy')
    expect(await phone.does((nb) => nb.readList())).toEqual({ refused: 'server.busy' })
    expect(await states()).toEqual([])
    expect(await phone.does((nb) => nb.findDraft('toy', 'x'))).toBe(null)
    await phone.does((nb) => nb.saveDraft('toy', 'x', 'của Hùng'))
    await phone.does((nb) => nb.dropDraft('toy', 'y'))
    await phone.does((nb) => nb.sendWaiting())
    expect(phone.server.arrived).toEqual([])
    await signInAs('mai')
    expect(await phone.does((nb) => nb.findDraft('toy', 'x'))).toMatchObject({ data: 'của Mai' })
    expect(await phone.does((nb) => nb.listDrafts('toy'))).toHaveLength(1)
    expect(await phone.does((nb) => nb.readList())).toMatchObject({ data: { of: 'mai' } })
    await settled()
    expect(phone.server.arrived).toMatchObject([{ toy: 'a', csrf: 'word of mai' }])
  })
})

describe('who the phone belongs to', () => {
  const name = () => phone.does((nb) => nb.me()?.account?.name ?? null)

  it('is known at a start without a line, without the word of her session, and asked as soon as there is one', async () => {
    phone.server.day = '2020-01-01'
    await phone.start()
    expect(await phone.does((nb) => nb.today())).toBe('2020-01-01')
    // Written beside the page: it is on the device a moment later.
    await expect.poll(async () => JSON.stringify(await readStore(phone.page, 'nangbuoc'))).toContain('"/api/me"')
    goOffline()
    await phone.start()
    expect(await name()).toBe('mai')
    expect(await phone.does((nb) => [nb.me()?.keptAt ?? null, nb.me()?.account?.csrf])).toEqual([
      expect.any(Number),
      '',
    ])
    expect(await phone.does((nb) => nb.today())).not.toBe('2020-01-01')
    await take('a')
    expect(await states()).toEqual(['ghi a: waiting'])
    await comeBack()
    await settled()
    expect(phone.server.arrived).toMatchObject([{ toy: 'a', csrf: 'word of mai' }])
    const { stores } = await readStore(phone.page, 'nangbuoc')
    expect(JSON.stringify(stores)).not.toContain('word of')
  })

  it('is nobody after she signed out: her forms stay, unseen, and go out when she is back', async () => {
    goOffline()
    await take('a')
    phone.server.who = null
    phone.server.line = true
    await signInAs(null)
    goOffline()
    await phone.start()
    expect([await name(), await states()]).toEqual([null, []])
    phone.server.who = 'mai'
    phone.server.line = true
    await signInAs('mai')
    await expect.poll(states).toEqual(['ghi a: sent'])
  })
})

describe.each(['01', '02'])('a phone as test/upgrade/%s left it', (folder) => {
  const left = readFolder(folder).phone.store
  if (!left) throw new Error('an early folder holds its store')
  const records = <T>(name: string) => (left.stores.find((s) => s.name === name)?.records ?? []) as readonly T[]

  it('shows each command with what it is about and where it opens, its bytes as they were, and what was read and typed', async () => {
    const [{ accountId = '' } = {}] = records<{ accountId: string }>('command')
    await phone.close()
    phone = await takePhone({ browser, script, left })
    phone.server.me = () => ({
      account: { accountId, name: 'Mai', mustChangePassword: false, grants: [], ended: [], can: [], csrf: '' },
      today: '2026-11-26',
      demo: true,
      setup: false,
    })
    phone.server.answers = () => null
    await phone.start()
    await expect.poll(states).toHaveLength(5)
    const shown = await phone.does((nb) => nb.outbox())
    for (const command of shown) {
      const [, household, id] = /households\/(.+)\/cases\/(.+)\/surveys/.exec(command.path) ?? []
      expect(command).toMatchObject({ subject: { kind: 'case', id }, page: `/phone/phieu/${household}/${id}` })
    }
    const bytes = (commands: readonly { id: string; path: string; input: string | null }[]) =>
      commands.map(({ id, path, input }) => ({ id, path, input }))
    expect(bytes(shown)).toEqual(bytes(records('command')))
    expect(waitingOn(readFolder(folder).phone).map(({ id }) => id)).toEqual(
      shown.filter(({ state }) => state === 'waiting').map(({ id }) => id),
    )
    const { version, stores } = await readStore(phone.page, 'nangbuoc')
    const now = (name: string) =>
      (stores.find((s) => s.name === name)?.records ?? []) as readonly { address?: string }[]
    expect([version, stores.map((s) => s.name)]).toEqual([40, ['command', 'drafts', 'kept', 'vault']])
    expect(now('drafts').length + now('kept').length - 1).toBe(records('draft').length)
    expect(now('kept').map(({ address = '' }) => address.replace(/[0-9a-f-]{36,}/g, '…'))).toEqual(
      expect.arrayContaining(['/api/my-surveys', '/api/households/…/cases/…/form', '/api/law/…']),
    )
    const [survey] = records<{ kind: string; id: string; data: unknown }>('draft').filter((d) => d.kind === 'survey')
    expect(await phone.does((nb, id) => nb.findDraft('survey', id ?? ''), survey?.id)).toMatchObject({
      data: survey?.data,
    })
  })
})
