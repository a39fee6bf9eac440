/**
 * How the database answers every list and page of the register: the plan of each statement that a call really sends, under
 * the role of who asks, kept in `golden/plans` to be read; and rules that hold whatever is kept. The plans kept are those of
 * PostgreSQL 18, which the house brings along; the rules hold on 15 too.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exceptions, onOlder } from './plans/exceptions.ts'
import { type Ground, openGround } from './plans/ground.ts'
import { type Kept, kept } from './plans/readings.ts'
import { breachesOf, type Rule, rules } from './plans/rules.ts'
import { isBeginning, type Sent } from './plans/sent.ts'
import { fileOf, guardsOf, type Part, textOf } from './plans/text.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

type Answer = { readonly asker: Kept['askers'][number]; readonly sent: readonly Sent[] }

/** Of everybody who may ask, one for each role. */
async function answersTo({ path, askers }: Kept): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const asker of askers.filter(({ role }, at) => askers.findIndex((one) => one.role === role) === at)) {
    const sent = await ground.ask(path, asker.as)
    if (sent) answers.push({ asker, sent })
  }
  return answers
}

const keep = async (file: string, title: string, parts: readonly Part[]) => {
  if (ground.isKept) await expect(fileOf(title, parts)).toMatchFileSnapshot(`golden/plans/${file}.txt`)
}

const titleOf = (path: string): string => `GET ${path.replace(/[\da-f]{8}-[-\da-f]{27}/g, '…')}`

describe('the plans of', () => {
  it.each(kept)('$file', async (reading) => {
    const answers = (await answersTo(reading)).map(({ asker, sent }) => ({
      asker,
      sent: sent.filter((one) => !isBeginning(one)),
    }))
    expect(answers.length).toBeGreaterThan(0)
    const broken = answers.flatMap(({ asker, sent }) =>
      sent.flatMap((one) =>
        breachesOf(one, ground.known).map((breach) => ({ ...breach, role: asker.role, text: one.text })),
      ),
    )
    const known = { ...exceptions[reading.file], ...(ground.isKept ? {} : onOlder[reading.file]) }
    const unknown = broken.filter(({ rule }) => !known[rule])
    expect(unknown.map(({ rule, figure, role, text }) => `${role} ${rules[rule]} (${figure}): ${text}`)).toEqual([])
    const mended = Object.keys(known).filter((rule) => !broken.some((one) => one.rule === rule))
    if (ground.isKept) expect(mended as Rule[], 'hold again: delete them from test/plans/exceptions.ts').toEqual([])
    const statements = (sent: readonly Sent[]) => sent.map((one) => textOf(one, ground.known))
    await keep(
      reading.file,
      titleOf(reading.path),
      answers.map(({ asker, sent }) => ({ asker, statements: statements(sent) })),
    )
  })

  it('every call: who asks, its beginning, and what row security asks', async () => {
    const [reading] = kept.filter(({ file }) => file === 'cases')
    const answers = reading ? await answersTo(reading) : []
    const parts = answers.map(({ asker, sent }) => ({
      asker,
      statements: [
        ...sent.filter(isBeginning).map((one) => textOf(one, ground.known)),
        ...guardsOf(sent, ground.known),
      ],
    }))
    await keep('every-call', 'Any call', parts)
  })
})
