/** Mai's phone was left by an earlier build with forms on it. She opens today's pages, and each goes its way. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPhone, type PhoneOpen } from '../upgrade/chromium.ts'
import {
  type Desk,
  foldersWithStore,
  type Phone,
  readFolder,
  type WaitingCommand,
  waitingOn,
} from '../upgrade/folder.ts'
import { type Opened, openUpgraded } from '../upgrade/opened.ts'
import { signedIn } from '../upgrade/questions.ts'
import { writeStore } from '../upgrade/store.ts'
import { choosePin, unlock } from './pin.ts'
import { open, reads, title } from './steps.ts'

/** The browser holds what that one held, before the application is opened. */
async function putBack(
  { context, page }: PhoneOpen,
  address: string,
  left: Pick<Phone | Desk, 'cookie' | 'localStorage' | 'store'>,
) {
  const [cookie = '', value = ''] = left.cookie.split('=')
  await context.addCookies([{ name: cookie, value, url: address, httpOnly: true, sameSite: 'Lax' }])
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto('/empty')
  if (left.store) await writeStore(page, left.store)
  for (const [key, text] of Object.entries(left.localStorage))
    await page.evaluate(([k, v]) => localStorage.setItem(k, v), [key, text] as const)
}

describe.each(foldersWithStore())("Mai's phone as test/upgrade/%s left it", (name) => {
  const { phone, desk, expected } = readFolder(name)
  const waiting = waitingOn(phone)

  let opened: Opened
  let mais: PhoneOpen
  let page: Page
  beforeAll(async () => {
    opened = await openUpgraded(readFolder(name))
    mais = await openPhone(opened.address)
    page = mais.page
    await putBack(mais, opened.address, phone)
  })
  afterAll(async () => {
    await mais?.close()
    await opened?.close()
  })

  const surveys = async (): Promise<number> =>
    (await opened.owner.query('select count(*)::int as n from survey')).rows[0].n
  const stateOf = async ({ path }: WaitingCommand): Promise<string> => {
    const [, caseId] = /\/cases\/([^/]+)\//.exec(path) ?? []
    return (await opened.owner.query('select state from review_case where id = $1', [caseId])).rows[0].state
  }

  const place = (name: RegExp) => page.getByRole('navigation', { name: 'Ba nơi' }).getByRole('link', { name }).click()
  const rowOf = (words: string) => page.locator('.phone-outbox > li').filter({ hasText: words })

  it('asks her for a PIN before anything else, and seals what lies here', async () => {
    expect(await Promise.all(waiting.map(stateOf))).toEqual(['submitted', 'assigned'])
    await page.goto('/phone')
    await choosePin(page)
    await title(page, 'Hộ của tôi')
    const lies = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const asked = indexedDB.open('nangbuoc')
          asked.onsuccess = () => {
            const all = asked.result.transaction('drafts').objectStore('drafts').getAll()
            all.onsuccess = () => resolve(JSON.stringify(all.result))
          }
        }),
    )
    expect(lies).not.toContain('facts')
  })

  it('sends by itself what waited: the one that had arrived is not written twice, the other is', async () => {
    const [, unsent] = waiting
    const before = expected.counts.survey ?? Number.NaN
    await place(/^Gửi/)
    await reads(page, 'Không có gì chờ gửi.')
    expect(await stateOf(unsent)).toBe('submitted')
    expect(await surveys()).toBe(before + 1)
    for (const { label } of waiting) await rowOf(label).getByText('đã nhận', { exact: true }).waitFor()
    await page.reload()
    await unlock(page)
    await reads(page, 'Không có gì chờ gửi.')
    expect(await surveys()).toBe(before + 1)
  })

  it('keeps the one that was refused, with the reason', async () => {
    const row = rowOf('bị trả lại')
    await expect.poll(() => row.count()).toBe(1)
    await row.getByRole('link', { name: 'Mở lại phiếu để sửa' }).waitFor()
    expect(await row.locator('.field-problem').innerText()).not.toBe('')
  })

  it('opens the half-filled form at the screen and with the answer she left', async () => {
    const { draft } = phone
    if (!draft) throw new Error('she left no draft')
    await place(/^Hộ/)
    const row = page.locator(`a[href="${draft.path}"]`)
    await row.getByText('Đang làm dở').waitFor()
    await row.click()
    await title(page, draft.title)
    expect(await page.getByLabel(draft.question).first().inputValue()).toBe(draft.typed)
  })

  // A folder from before drafts of the desk were kept has none to offer.
  if (desk) {
    it('offers Hùng at his desk the reason he had typed and not given', async () => {
      const hungs = await openPhone(opened.address)
      try {
        await putBack(hungs, opened.address, desk)
        await open(hungs.page, desk.draft.path)
        await hungs.page.getByRole('button', { name: desk.draft.deed }).click()
        const dialog = hungs.page.getByRole('dialog')
        await dialog.getByRole('button', { name: 'Tiếp tục' }).click()
        expect(await dialog.getByRole('textbox').inputValue()).toBe(desk.draft.typed)
      } finally {
        await hungs.close()
      }
    })
  }

  it('shows what its papers say at the address that is printed on them', async () => {
    const held = expected.papers.find((paper) => paper.says.kind === 'certificate' && paper.says.inForce)
    const { pathname } = new URL(held?.qr ?? '')
    await open(page, `${pathname}#${signedIn(held?.qr ?? '')}`)
    await reads(page, 'Giấy thật, đang có hiệu lực')
  })
})
