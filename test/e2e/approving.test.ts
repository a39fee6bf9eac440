/** A chair has five minutes: the line of her home page leads to whom she decides, one tick takes them, and who cannot come is told with why. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoClassId, demoSessionId } from '#features/classes/demo.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { type House, oldPc, openHouse } from './house.ts'
import { signIn } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const nameOf = async (key: string) =>
  (await house.owner.query('select full_name as name from official where id = $1', [demoOfficialId(key)])).rows[0].name

it('approves who can come of those she ticked, and reads in which class the other is then', async () => {
  // Of the two who wait for her one learns elsewhere at the first hour.
  await house.owner.query(
    `with put as (
       insert into class_session (id, class_id, area_id, stands, during, place)
       select gen_random_uuid(), $1, s.area_id, true, s.during, 'Trụ sở' from class_session s where s.id = $2
       returning id, area_id, during)
     insert into session_person (session_id, area_id, during, stands, person, role)
     select p.id, p.area_id, p.during, true, $3, 'learner' from put p`,
    [demoClassId('running'), demoSessionId('open', 0), demoOfficialId('tam-hong 21')],
  )
  const [busy, able] = [await nameOf('tam-hong 21'), await nameOf('tam-hong 22')]
  const { page } = await house.visit(oldPc)
  await signIn(page, 'bich')
  await page.getByRole('link', { name: /Người được cử đi học chờ duyệt/ }).click()
  const list = page.locator('.table-frame').filter({ hasText: able }).first()
  await list.waitFor()
  expect(new URL(page.url()).search).toContain('hv-tinh-trang=nominated')
  expect(await list.locator('tbody tr').count()).toBe(2)
  await expect
    .poll(() => list.locator('tbody tr').filter({ hasText: busy }).textContent())
    .toContain('trùng giờ lớp “02')
  await page.getByRole('combobox').first().selectOption('all')
  await expect.poll(() => list.locator('tbody tr').count()).toBeGreaterThan(2)
  // Who has a seat already cannot be ticked.
  expect(await list.getByLabel('Chọn dòng này').count()).toBe(2)
  await list.getByLabel('Chọn cả trang này').check()
  await page.getByText('Đã chọn 2').waitFor()
  await page.getByRole('button', { name: 'Duyệt', exact: true }).first().click()
  const dialog = page.getByRole('dialog').last()
  await dialog.getByText(new RegExp(`Không kèm ${busy}: trùng giờ`)).waitFor()
  await dialog.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  const stands = async (key: string) =>
    (
      await house.owner.query('select state from class_seat where class_id = $1 and official_id = $2', [
        demoClassId('open'),
        demoOfficialId(key),
      ])
    ).rows[0].state
  expect([await stands('tam-hong 21'), await stands('tam-hong 22')]).toEqual(['nominated', 'waiting'])
})
