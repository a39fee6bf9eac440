/** Hùng's desk, a Chromium on the old build's pages: a step he finished without hearing so, and one that never left. */
import type { Page } from 'playwright-core'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { openPhone } from '../chromium.ts'
import type { Raw } from '../person.ts'
import type { Sent } from '../questions.ts'
import { loseReply, loseRequest } from './sent.ts'

const finishings = '**/api/rounds/*/finish'

async function closeList(page: Page, roundId: string): Promise<void> {
  await page.goto(`/ra-soat/${roundId}`)
  await page.getByRole('button', { name: 'Chốt danh sách, sang bước giao việc' }).click()
  await page.getByText('Chưa kết nối được máy chủ').first().waitFor()
}

type Rounds = { readonly unheard: string; readonly unsent: string }

/** Closes the lists of two reviews; answers both sendings as they were. */
export async function closeLists(address: string, rounds: Rounds): Promise<{ unheard: Sent; unsent: Raw }> {
  const { page, close } = await openPhone(address)
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
    return { unheard: { raw, answer }, unsent }
  } finally {
    await close()
  }
}
