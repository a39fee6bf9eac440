/**
 * What earlier builds left, at this one. Each folder of `test/upgrade` is brought to head and asked what its own build
 * was asked: nothing lawful is lost, and what a phone still has to send is taken as it was made.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayInVietnam } from '#kernel/dates.ts'
import { decodeSigned, type PublicKey, verifySigned } from '#kernel/signed.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { tinyPdf } from './scans.ts'
import { keysIn } from './upgrade/dump.ts'
import { changedIn, folderNames, readFiles, readFolder, sendingsOf } from './upgrade/folder.ts'
import { type Opened, openUpgraded } from './upgrade/opened.ts'
import { holderOf, nobodyAt, type Person, signIn } from './upgrade/person.ts'
import * as questions from './upgrade/questions.ts'

const decoded = (qr: string) => {
  const paper = decodeSigned(questions.signedIn(qr))
  if (!paper) throw new Error('not a signed paper')
  return paper
}

/** A start may tell of itself, and bring an account for work in the background. */
const mayGrow = ['audit_line', 'command', 'account']

/** A key file of an installation that is not this one. */
function keysOfOthers() {
  const home = mkdtempSync(join(tmpdir(), 'nang-buoc-other-'))
  const path = join(home, 'keys', 'keys.json')
  const keys = createKeys(path)
  const bytes = readFileSync(path)
  rmSync(home, { recursive: true, force: true })
  return { keys, bytes }
}

it('there is what was left to us', () =>
  expect(folderNames()).toEqual(expect.arrayContaining(['01', '02', '03', '04', '05', '06', '07'])))

describe.each(folderNames())('the installation of test/upgrade/%s', (name) => {
  const folder = readFolder(name)
  const { expected, phone } = folder
  const passwordOf = (login: string) => expected.people.find((p) => p.login === login)?.password ?? ''
  const { applied, unsent } = sendingsOf(phone)

  let opened: Opened
  const as = (login: string) => signIn(opened.address, login, passwordOf(login))
  const count = async (from: string, ...values: unknown[]): Promise<number> =>
    (await opened.owner.query(`select count(*)::int as n from ${from}`, values)).rows[0].n
  /** Rows of everything a survey writes. */
  const written = () =>
    Promise.all(['survey', 'verdict', 'command', 'audit_line', 'survey_note'].map((table) => count(table)))

  let mai: Person
  let hung: Person
  beforeAll(async () => {
    opened = await openUpgraded(folder)
    mai = await holderOf(opened.address, phone.cookie)
    hung = await as('hung')
  })
  afterAll(() => opened?.close())

  it('is read only as it was written: a changed, a missing and a new file show', () => {
    const files = readFiles(name)
    expect(changedIn(files)).toEqual([])
    const changed = Buffer.from(folder.files.get('database.jsonl.br') ?? '')
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
    expect(changedIn(new Map([...files, ['database.jsonl.br', changed]]))).toEqual(['database.jsonl.br'])
    expect(changedIn(new Map([...files, ['more.json', changed]]))).toEqual(['more.json'])
    expect(changedIn(new Map([...files].filter(([file]) => file !== 'keys.json')))).toEqual(['keys.json'])
  })

  it('has every row that counts', async () => {
    for (const [table, rows] of Object.entries(expected.counts)) {
      const key = table === 'household' ? 'household_id' : 'id'
      expect([table, await count(`${table} where ${key} = any ($1)`, keysIn(folder.dump, table))]).toEqual([
        table,
        rows,
      ])
      if (!mayGrow.includes(table)) expect([table, await count(table)]).toEqual([table, rows])
    }
  })

  it('knows Mai by the session of her phone, and everybody by their password', async () => {
    expect(await mai.get('/api/my-surveys')).toMatchObject({
      rounds: expect.arrayContaining([expect.objectContaining({ takesSurveys: true })]),
    })
    for (const { login, name: called, roles } of expected.people) {
      const { account } = await as(login)
      expect([login, account.name, new Set(account.grants.map((g) => g.role))]).toEqual([login, called, new Set(roles)])
    }
    await expect(holderOf(opened.address, `${phone.cookie.slice(0, -2)}xx`)).rejects.toThrow('does not stand')
    await expect(signIn(opened.address, 'mai', `${passwordOf('mai')} `)).rejects.toThrow('401')
  })

  it('tells the same of a family, of classes on days, of figures', async () => {
    expect(await questions.askFamily(hung, expected.family.householdId)).toEqual(expected.family)
    for (const { householdId, head, on } of expected.classes)
      expect(await questions.askClasses(hung, householdId, Object.keys(on))).toEqual({ householdId, head, on })
    const lan = await as('lan')
    for (const figures of expected.figures) expect(await questions.askFigures(lan, figures)).toEqual(figures)
  })

  it('answers whoever scans a paper as it did, and the paper is genuine', async () => {
    const anybody = nobodyAt(opened.address)
    const { keys } = await anybody.get<{ keys: PublicKey[] }>('/api/public/keys')
    for (const { what, qr, says } of expected.papers) {
      const paper = decoded(qr)
      expect([what, await verifySigned(paper, keys, crypto.subtle)]).toEqual([what, 'genuine'])
      expect([what, await questions.askPaper(anybody, paper.paper.id)]).toEqual([what, says])
    }
    for (const [decisionId, sha256] of Object.entries(expected.scans))
      expect(await questions.askScan(hung, decisionId)).toBe(sha256)
  })

  it('leads on from a record that went into another, and says what was signed and what is needed', async () => {
    if (!expected.skills) return
    expect(await questions.askSkills({ hung, lan: await as('lan') }, expected.skills)).toEqual(expected.skills)
    expect(expected.skills.former).toEqual([expected.skills.formerId])
    expect(expected.skills.norms).toContainEqual(expect.objectContaining({ legalBasis: '7/NQ-HĐND (mẫu)' }))
    await expect((await as('son')).get(`/api/officials/${expected.skills.formerId}`)).rejects.toThrow(/40[34]/)
  })

  it('does not start with the key file of another installation', async () => {
    const { bytes } = keysOfOthers()
    await expect(openUpgraded({ ...folder, keys: bytes })).rejects.toThrow('does not belong to this database')
  })

  it('lets no other key and no changed letter pass for a paper of its own', async () => {
    const others = keysOfOthers().keys.publicKeys()
    const { keys } = await nobodyAt(opened.address).get<{ keys: PublicKey[] }>('/api/public/keys')
    for (const { qr } of expected.papers) {
      const paper = decoded(qr)
      expect(await verifySigned(paper, others, crypto.subtle)).toBe('unknown_key')
      const posing = others.map(({ x }) => ({ id: paper.keyId, x }))
      expect(await verifySigned(paper, posing, crypto.subtle)).toBe('altered')
      const bytes = paper.bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte))
      expect(await verifySigned({ ...paper, bytes }, keys, crypto.subtle)).toBe('altered')
    }
  })

  it('opens a sealed number for Hùng, finds its household by it, and shows it to no one else', async () => {
    const { householdId, memberId, citizenId } = expected.sealed
    expect(await questions.askSealed(hung, expected.sealed)).toEqual(expected.sealed)
    expect(await questions.askByCitizenId(hung, citizenId)).toBe(householdId)
    expect(await questions.askByCitizenId(hung, `${citizenId.slice(0, -1)}0`)).toBe(null)
    for (const login of ['mai', 'lan', 'son']) {
      const path = `/api/households/${householdId}/members/${memberId}/reveal`
      await expect((await as(login)).post(path)).rejects.toThrow(/40[34]/)
    }
  })

  it('answers the survey whose reply was lost as before, writes nothing, and takes no other under its id', async () => {
    expect(applied).toEqual({ path: phone.lost.path, headers: phone.lost.headers, body: phone.lost.body })
    const before = await written()
    for (let again = 0; again < 2; again++) expect(await mai.send(phone.lost)).toEqual(phone.lost.answer)
    const { body } = phone.lost
    expect(await mai.send({ ...phone.lost, body: `${body} ` })).toMatchObject({ status: 409 })
    expect(await written()).toEqual(before)
  })

  it('answers what Hùng sends again as before, and does it no second time', async () => {
    const { raw, answer } = expected.sent
    expect(answer.status).toBe(200)
    const before = await Promise.all([written(), count('household_residence'), count('household_event')])
    expect(await hung.send(raw)).toEqual(answer)
    expect(await hung.send({ ...raw, body: `${raw.body} ` })).toMatchObject({ status: 409 })
    expect(await Promise.all([written(), count('household_residence'), count('household_event')])).toEqual(before)
  })

  it('answers what Hùng sent in reviews as before, whatever its call was named, and does it no second time', async () => {
    const { answered, unsent } = expected.reviewing ?? { answered: [], unsent: null }
    const done = () => Promise.all([written(), count('round'), count('review_case'), count('round_step')])
    const before = await done()
    for (const { raw, answer } of answered) {
      expect(answer.status).toBe(200)
      expect([raw.path, await hung.send(raw)]).toEqual([raw.path, answer])
      expect(await hung.send({ ...raw, body: `${raw.body} ` })).toMatchObject({ status: 409 })
    }
    expect(await done()).toEqual(before)
    if (!unsent) return
    expect(await nobodyAt(opened.address).send(unsent)).toMatchObject({ status: 401 })
    const first = await hung.send(unsent)
    expect(first).toMatchObject({ status: 200, body: { state: 'assigning' } })
    expect(await hung.send(unsent)).toEqual(first)
    const told = `audit_line where command_id = $1 and what = 'round.step_finished'`
    expect(await count(told, unsent.headers['x-command'])).toBe(1)
  })

  it('takes the survey that was never sent, once: one survey, one line in the audit', async () => {
    const raw = unsent
    const [surveys, verdicts, commands, lines] = await written()
    expect(await nobodyAt(opened.address).send(raw)).toMatchObject({ status: 401 })
    const first = await mai.send(raw)
    expect(first).toMatchObject({ status: 200, body: { state: 'submitted' } })
    expect(await mai.send(raw)).toEqual(first)
    const { surveyId } = JSON.parse(unsent.body)
    expect(await count('survey where id = $1', surveyId)).toBe(1)
    expect(await count(`audit_line where subject_id = $1 and what = 'survey.submitted'`, surveyId)).toBe(1)
    const judged = await count('verdict where survey_id = $1', surveyId)
    expect((await written()).slice(0, 4)).toEqual([
      (surveys ?? 0) + 1,
      (verdicts ?? 0) + judged,
      (commands ?? 0) + 1,
      (lines ?? 0) + 1,
    ])
    expect(judged).toBeGreaterThan(0)
  })

  it('lets Hùng choose between two forms of a family that lay side by side, once', async () => {
    const { beside } = expected
    if (!beside) return
    const path = `/api/households/${beside.householdId}/cases/${beside.caseId}`
    type Shown = { survey: { surveyId: string }; beside: { surveyId: string }[] }
    const shown = async () => {
      const { survey, beside: waiting } = await hung.get<Shown>(path)
      return [survey.surveyId, waiting.map((one) => one.surveyId)]
    }
    expect(await shown()).toEqual([beside.surveyId, [beside.laterId]])
    const choice = { surveyId: beside.surveyId, laterId: beside.laterId, take: true, because: 'Đã hỏi lại' }
    await expect(mai.post(`${path}/choose`, choice)).rejects.toThrow('403')
    await hung.post(`${path}/choose`, choice)
    expect(await shown()).toEqual([beside.laterId, []])
    await expect(hung.post(`${path}/choose`, choice)).rejects.toThrow('409')
  })

  it('goes on where it stood: Bích signs what lay printed on her desk', async () => {
    const signed = { number: '245/QĐ-UBND', signedOn: dayInVietnam(Date.parse(expected.writtenAt)) }
    const signer = { signerName: 'Phạm Thị Bích' }
    const scan = { name: 'trang-ky.pdf', type: 'application/pdf', bytes: tinyPdf.toString('latin1') }
    const path = `/api/decisions/${expected.unsigned}/enforce`
    await expect(mai.upload(path, { ...signed, ...signer }, scan)).rejects.toThrow('403')
    const done = await (await as('bich')).upload(path, { ...signed, ...signer }, scan)
    expect(done).toMatchObject({ state: 'in_force', classesHoldFrom: signed.signedOn, certificates: 1 })
  })

  it('shows Kiểm every line of the audit, in words wherever there were words', async () => {
    const commune = expected.figures[0]?.areaId ?? ''
    const now = new Map((await questions.askAudit(await as('kiem'), commune)).map((line) => [line.id, line]))
    const kept = await opened.owner.query('select id, subject_id from audit_line where id = any ($1)', [
      expected.audit.lines.map((line) => line.id),
    ])
    const subjects = new Map(kept.rows.map((row) => [row.id, row.subject_id]))
    for (const { id, what, subjectId, said } of expected.audit.lines) {
      const line = now.get(id)
      expect(line).toMatchObject({ id, what })
      // Ids of what a line speaks of are told no more, and are kept.
      if (subjectId) expect(subjects.get(id)).toBe(subjectId)
      if (said.vi !== what) expect(line?.said.vi).not.toBe(what)
    }
    const { rows } = await opened.owner.query(
      'select what, count(*)::int as n from audit_line where id = any ($1) group by 1',
      [keysIn(folder.dump, 'audit_line')],
    )
    expect(Object.fromEntries(rows.map(({ what, n }) => [what, n]))).toEqual(expected.audit.kinds)
  })
})
