/** A unit names people for a topic, one after the other, and what was chosen arrives: forms.test.ts types, and sends nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { type House, oldPc, openHouse } from './house.ts'
import { open, signIn } from './steps.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it('two people are nominated at once', async () => {
  const { page } = await house.visit(oldPc)
  await signIn(page, 'hung')
  const here = await house.owner.query<{ name: string }>(
    `select o.full_name as name from official o join appointment a on a.official_id = o.id
      where o.unit_id = $1 and a.valid_until is null group by o.full_name having count(distinct o.id) = 1 order by o.full_name limit 2`,
    [demoAreas.tamHongToday],
  )
  const count = async () =>
    (await house.owner.query(`select from training_wish where source = 'nominated'`)).rowCount ?? 0
  const before = await count()
  await open(page, '/nhu-cau-dao-tao')
  await page.getByRole('button', { name: 'Cử người đi học' }).first().click()
  const dialog = page.getByRole('dialog').last()
  for (const { name } of here.rows) {
    await dialog.getByRole('combobox').first().fill(name)
    await dialog.locator('.picker-results [role=option]').first().click()
    await dialog.getByRole('listitem').filter({ hasText: name }).waitFor()
  }
  await dialog.getByLabel('Chuyên đề').selectOption({ index: 1 })
  await dialog.getByLabel('Lý do').fill('Lần đầu rà soát')
  await dialog.getByRole('button', { name: 'Cử đi học' }).click()
  // They are not whom the topic is for: that is asked, and nothing is written before it is answered.
  await dialog.getByRole('radio', { name: 'Có' }).check()
  expect(await count()).toBe(before)
  await dialog.getByRole('button', { name: 'Cử đi học' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await count()).toBe(before + 2)
})
