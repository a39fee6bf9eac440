/** Hùng's desk, a Chromium on the old build's pages: a step he finished without hearing so, and one that never left. */
import type { Page } from 'playwright-core'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { openPhone, type PhoneOpen } from '../chromium.ts'
import type { Desk } from '../folder.ts'
import type { Raw } from '../person.ts'
import type { Sent } from '../questions.ts'
import { readStore } from '../store.ts'
import { loseReply, loseRequest } from './sent.ts'

const finishings = '**/api/rounds/*/finish'

async function closeList(page: Page, roundId: string): Promise<void> {
  await page.goto(`/ra-soat/${roundId}`)
  await page.getByRole('button', { name: 'Chốt danh sách, sang bước giao việc' }).click()
  await page.getByText('Chưa kết nối được máy chủ').first().waitFor()
}

type Rounds = { readonly unheard: string; readonly unsent: string }

/** He begins to say why a review is called off, and leaves it so. */
async function leaveDraft({ page, context }: PhoneOpen, roundId: string): Promise<Desk> {
  const [path, deed, typed] = [`/ra-soat/${roundId}`, 'Hủy kỳ rà soát', 'Mở nhầm thôn, chờ hỏi lại']
  await page.goto(path)
  await page.getByRole('button', { name: deed }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(typed)
  await page.waitForTimeout(1_000)
  const kept = await page.evaluate(() => ({ ...localStorage }))
  const [session] = await context.cookies()
  const cookie = `${session?.name}=${session?.value}`
  return { cookie, localStorage: kept, store: await readStore(page, 'nangbuoc'), draft: { path, deed, typed } }
}

type Left = { readonly unheard: Sent; readonly unsent: Raw; readonly desk: Desk }

/** Closes the lists of two reviews; answers both sendings as they were, and what stays in his browser. */
export async function closeLists(address: string, rounds: Rounds): Promise<Left> {
  const opened = await openPhone(address)
  const { page, close } = opened
  try {
    await page.goto('/')
    await page.getByLabel('Tên đăng nhập').fill('hung')
    await page.getByLabel('Mật khẩu').fill(demoPassword)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    const never = loseRequest(page, finishings)
    await closeList(page, rounds.unsent)
    const unsent = await never
    const lost = loseReply(page, finishings)
    await closeList(page, rounds.unheard)
    const { answer, ...raw } = await lost
    return { unheard: { raw, answer }, unsent, desk: await leaveDraft(opened, rounds.unsent) }
  } finally {
    await close()
  }
}
