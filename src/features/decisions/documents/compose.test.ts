import { afterAll, describe, expect, it } from 'vitest'
import { draft } from '#platform/server/documents/samples.ts'
import { openWorkers } from '#platform/server/workers/workers.ts'
import { textsIn } from '#test/zip.ts'
import * as here from './compose.ts'
import { composing } from './composing.ts'
import { sampleCertificate, sampleCorrection, sampleDecision, sampleList } from './samples.ts'

const workers = openWorkers({ atOnce: 1 })
afterAll(() => workers.stop())

/** All of it but the moment it was made. */
const written = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replaceAll(/\(D:\d+Z\)/g, '')
    .replace(/\/ID \[.*\]/, '')
    .replace(/<xmp:CreateDate>.*<\/xmp:CreateDate>/, '')

const parts = async (zip: Uint8Array) => [...(await textsIn(zip))].filter(([name]) => name !== 'docProps/core.xml')

const certificates = [0, 1, 2].map((at) => sampleCertificate(at, null))
const decision = sampleDecision(null)
const correction = sampleCorrection(null)
const list = sampleList(40)

describe('papers made by a worker are those the server would make itself', () => {
  it('certificates, decisions and lists as PDF', async () => {
    const made = await workers.run(composing, 'certificatesPdf', certificates, draft)
    expect(written(made)).toBe(written(await here.certificatesPdf(certificates, draft)))
    expect(written(await workers.run(composing, 'decisionPdf', decision, draft))).toBe(
      written(await here.decisionPdf(decision, draft)),
    )
    expect(written(await workers.run(composing, 'householdListPdf', list, draft))).toBe(
      written(await here.householdListPdf(list, draft)),
    )
  })

  it('corrections as PDF and Word', async () => {
    expect(written(await workers.run(composing, 'correctionPdf', correction, draft))).toBe(
      written(await here.correctionPdf(correction, draft)),
    )
    const docx = await workers.run(composing, 'correctionDocx', correction, draft)
    expect(await parts(docx)).toEqual(await parts(await here.correctionDocx(correction, draft)))
  })

  it('decisions as Word and lists as Excel', async () => {
    const docx = await workers.run(composing, 'decisionDocx', decision, draft)
    expect(await parts(docx)).toEqual(await parts(await here.decisionDocx(decision, draft)))
    const xlsx = await workers.run(composing, 'householdListXlsx', list, draft)
    expect(await parts(xlsx)).toEqual(await parts(await here.householdListXlsx(list, draft)))
    expect((await parts(xlsx)).length).toBeGreaterThan(4)
  })

  it('and refuse a letter that the font lacks with its own sentence', async () => {
    const strange = { ...decision, subject: 'công nhận 𠀋' }
    await expect(workers.run(composing, 'decisionPdf', strange, draft)).rejects.toMatchObject({
      code: 'paper.letter_missing',
      said: { vi: expect.stringContaining('𠀋'), en: expect.stringContaining('𠀋') },
    })
  })
})
