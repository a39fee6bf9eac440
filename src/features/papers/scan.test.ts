/** A scan is looked through as soon as it is chosen: what the act would refuse is said at its field, and nothing is written. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpeg, onePage, pdfOf, png, tinyPdf } from '#test/scans.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const ask = (bytes: Buffer, who: PersonName = 'bich', name = 'trang-ky.pdf') =>
  world.as(who).upload('/api/papers/scans/check', {}, { name, type: 'application/pdf', bytes })

describe('a scan that Bích chooses', () => {
  it.each([
    ['a PDF', tinyPdf],
    ['a photo', jpeg],
    ['a picture', png],
  ])('is taken: %s', async (_what, bytes) => {
    expect((await ask(bytes)).json()).toEqual({ fault: null })
  })

  it.each([
    ['a text that is called a PDF', Buffer.from('Quyết định số 145'), 'không phải là PDF, JPEG hay PNG'],
    ['a GIF', Buffer.from('GIF89a.....'), 'không phải là PDF, JPEG hay PNG'],
    ['half a PDF', tinyPdf.subarray(0, tinyPdf.length / 2), 'bị cắt ngang hoặc hỏng'],
    ['half a photo', jpeg.subarray(0, jpeg.length - 40), 'bị cắt ngang hoặc hỏng'],
    [
      'a PDF that runs a script',
      pdfOf([onePage[0].replace(' >>', ' /OpenAction << /S /JavaScript /JS (1) >> >>'), onePage[1], onePage[2]]),
      'có lệnh tự chạy',
    ],
    [
      'a PDF whose page is empty',
      pdfOf([onePage[0], onePage[1], onePage[2], '<< >>']),
      'Trang 1 của tệp quét không xem',
    ],
    ['nothing', Buffer.alloc(0), 'Cần bản quét trang đã ký'],
  ])('is refused at its field before anything is confirmed: %s', async (_what, bytes, said) => {
    const files = async () => (await world.owner.query('select count(*)::int as n from file')).rows
    const before = await files()
    const { fault } = (await ask(bytes)).json()
    expect(fault.vi).toContain(said)
    expect(fault.en).toBeTruthy()
    expect(await files()).toEqual(before)
  })

  it('is looked at for nobody who may not enter what was signed', async () => {
    for (const who of ['mai', 'lan', 'la'] as const)
      expect(await refusal(world, () => ask(tinyPdf, who)), who).toBe('access.denied')
    expect(
      await refusal(world, () =>
        world.nobody.upload('/api/papers/scans/check', {}, { name: 'x.pdf', type: 'application/pdf', bytes: tinyPdf }),
      ),
    ).toBe('access.sign_in_needed')
  })
})
