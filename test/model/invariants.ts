/** What must hold at the end of every run, whatever happened on the way. Each names what it found otherwise. */
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import type { Keys } from '#platform/server/keys/keys.ts'
import { mustFollowHouseholds, mustKeepCounts } from '../homes.ts'
import type { Device } from './device/device.ts'
import { on } from './device/device.ts'
import type { LastLook } from './end.ts'
import { roundOf } from './ground.ts'
import { type Finished, type Ledger, opened } from './ledger.ts'
import { caseUrl, type Official, read, type Shown } from './official.ts'

export const invariants = [
  'nothing acknowledged is lost',
  'nothing stands twice',
  'sent as it was made',
  'every conflict is visible',
  'all sides end equal',
  'no answer that nobody should get',
] as const
export type Invariant = (typeof invariants)[number]
export type Broken = { readonly invariant: Invariant; readonly what: string }

export type End = {
  readonly owner: pg.Pool
  readonly keys: Keys
  readonly part: number
  readonly ledger: Ledger
  readonly official: Official
  readonly looks: ReadonlyMap<Device, LastLook>
}

type SurveyRow = {
  readonly id: string
  readonly household_id: string
  readonly case_id: string
  readonly facts: { readonly note?: string }
  /** It came when another stood. */
  readonly second: boolean
  readonly taken: boolean | null
  readonly stands: boolean
  readonly verdicts: number
  readonly lines: number
  readonly commands: string[]
}

async function surveysIn({ owner, part }: End): Promise<SurveyRow[]> {
  const { rows } = await owner.query<SurveyRow>(
    `select s.id, s.household_id, c.id as case_id, s.facts, s.taken, coalesce(c.survey_id = s.id, false) as stands,
            (select count(*)::int from verdict v where v.household_id = s.household_id and v.survey_id = s.id) as verdicts,
            (select count(*)::int from audit_line a where a.subject_id = s.id and a.what = 'survey.submitted') as lines,
            exists (select from audit_line a where a.subject_id = s.id and a.facts ? 'beside') as second,
            array(select distinct k.id from audit_line a join command k on k.id = a.command_id
                    where a.subject_id = s.id and k.endpoint = 'surveys.submit') as commands
       from survey s join review_case c on c.household_id = s.household_id and c.round_id = s.round_id
      where s.round_id = $1`,
    [roundOf(part)],
  )
  return rows
}

const brief = ({ surveyId, device, command }: Finished) => `survey ${surveyId} of device ${device}, command ${command}`

/** All that was safe on a phone is with the server, or on the phone with the reason why not; what a phone calls sent is there. */
function lost({ ledger, looks }: End, held: ReadonlyMap<string, SurveyRow>): string[] {
  const commands = new Map([...looks.values()].flatMap((look) => look.commands.map((one) => [String(one.id), one])))
  return [...ledger.finished.values()].flatMap((form) => {
    const { command, surveyId } = form
    if (command === null || held.has(surveyId)) return []
    const here = commands.get(command)
    if (here?.state === 'refused' && here.problem) return []
    if (ledger.putAway.has(command)) return []
    return [`${brief(form)}: ${here ? `${here.state} on the phone` : 'nowhere'}`]
  })
}

/** What was begun and not finished lies where it was begun, whatever release the phone has now. */
const lostDrafts = ({ looks }: End): string[] =>
  [...looks].flatMap(([device, { begun }]) =>
    [...device.begun].flatMap(([caseId, typed]) =>
      typed.includes(begun.get(caseId) ?? '') ? [] : [`the draft of case ${caseId} on device ${device.n}`],
    ),
  )

async function lostDeeds({ owner, ledger }: End): Promise<string[]> {
  const done = ledger.deeds.filter(({ status }) => status === 200)
  const { rows } = await owner.query<{ id: string; lines: number }>(
    `select c.id, (select count(*)::int from audit_line a where a.command_id = c.id) as lines from command c where c.id = any ($1)`,
    [done.map(({ command }) => command)],
  )
  const kept = new Map(rows.map(({ id, lines }) => [id, lines]))
  return done.flatMap(({ command, call }) =>
    (kept.get(command) ?? 0) > 0 ? [] : [`${call} ${command} of an official`],
  )
}

function twice({ ledger }: End, rows: readonly SurveyRow[]): string[] {
  const told: string[] = []
  const notes = new Set<string>()
  for (const { id, facts, verdicts, lines, commands } of rows) {
    if (verdicts !== 2 || lines !== 1 || commands.length !== 1)
      told.push(`survey ${id}: ${verdicts} verdicts, ${lines} lines of the audit, ${commands.length} commands`)
    if (facts.note && notes.has(facts.note)) told.push(`${facts.note} stands twice, as survey ${id} too`)
    if (facts.note) notes.add(facts.note)
    if (!ledger.finished.has(id)) told.push(`survey ${id}, which nobody finished`)
  }
  return told
}

/** The bytes of a command never change after they first left, and the answers that stand are those that were given. */
function changed(end: End, rows: readonly SurveyRow[]): string[] {
  const { ledger, keys } = end
  const told = rows.flatMap(({ id, facts }) => {
    const form = ledger.finished.get(id)
    return form && !isDeepStrictEqual(facts, JSON.parse(JSON.stringify(form.facts)))
      ? [`the answers of ${brief(form)}`]
      : []
  })
  for (const [id, made] of opened(ledger, keys)) {
    const bodies = new Set([...made.map(({ body }) => body), ...(ledger.clear.get(id) ?? [])])
    if (made.length > 1 || bodies.size > 1)
      told.push(`command ${id} left as ${made.length} sealed texts with ${bodies.size} bodies`)
  }
  for (const [id, bodies] of ledger.clear)
    if (bodies.size > 1) told.push(`command ${id} left with ${bodies.size} bodies`)
  return told
}

/** A survey that is not simply the one of its case is found by the office at the case, and was told to who sent it. */
async function hidden(end: End, rows: readonly SurveyRow[]): Promise<string[]> {
  const { ledger, looks, official } = end
  const several = new Map<string, SurveyRow[]>()
  for (const row of rows) several.set(row.case_id, [...(several.get(row.case_id) ?? []), row])
  const told: string[] = []
  for (const [caseId, ofCase] of several) {
    if (ofCase.length < 2 && ofCase.every(({ stands }) => stands)) continue
    const householdId = ofCase[0]?.household_id ?? ''
    const shown = await read<Shown>(official, caseUrl({ householdId, caseId }))
    const inSight = new Set([...shown.beside, ...shown.comments].map(({ surveyId }) => surveyId))
    for (const { id, stands, taken } of ofCase)
      if (!stands && !inSight.has(id) && !(taken !== null && shown.choices.length > 0))
        told.push(`survey ${id} is nowhere on the page of case ${caseId}`)
  }
  const byCommand = new Map(rows.flatMap((row) => row.commands.map((id) => [id, row])))
  for (const [{ n }, { commands }] of looks)
    for (const { id, state, told: said } of commands)
      if (state === 'sent' && byCommand.get(id)?.second && !said)
        told.push(`device ${n} was not told that survey ${byCommand.get(id)?.id} stands beside another`)
  for (const { command, call, status, code } of ledger.deeds)
    if (status !== 200 && !code) told.push(`${call} ${command} of an official was refused without a reason`)
  return told
}

/** Phones, office and database say the same; what is counted is what is there. */
async function unequal({ owner, part, looks, official }: End): Promise<string[]> {
  const told: string[] = []
  for (const ask of [() => mustFollowHouseholds(owner), () => mustKeepCounts(owner)])
    await ask().catch((error: Error) => told.push(error.message))
  const { rows } = await owner.query<{ id: string; state: string }>(
    'select id, state from review_case where round_id = $1',
    [roundOf(part)],
  )
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  for (const [device, { home, slice }] of looks) {
    const who = `device ${device.n}`
    if (!home?.fresh || home.whole !== 'whole') {
      told.push(`${who} has not taken its households home`)
      continue
    }
    for (const { caseId, state } of home.mine)
      if (states.get(caseId) !== state)
        told.push(`${who} says ${state} of case ${caseId}, which is ${states.get(caseId)}`)
    for (const key of home.open) {
      const path = `${caseUrl(key)}/form`
      if (!slice.has(path)) told.push(`${who} has no form of case ${key.caseId}`)
    }
    const [first] = home.open
    if (!first) continue
    const answer = await device.outside.fetch(`${caseUrl(first)}/form`)
    const here = await on(device, (phone) => phone.kept(first as never))
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(here)), await answer.json()))
      told.push(`${who} has another form of case ${first.caseId} than the server`)
  }
  const listed = new Map<string, string>()
  for (let page = 1; listed.size < rows.length && page <= 1 + rows.length / 10; page++) {
    type List = { readonly cases: readonly { readonly caseId: string; readonly state: string }[] }
    const { cases } = await read<List>(official, `/api/rounds/${roundOf(part)}/cases?page=${page}`)
    for (const { caseId, state } of cases) listed.set(caseId, state)
  }
  if (!isDeepStrictEqual(listed, new Map([...states].filter(([id]) => listed.has(id)))) || listed.size !== states.size)
    told.push(`the office lists ${listed.size} of ${states.size} cases, or other states`)
  const waits = await owner.query(
    `select login, waiting from field_device d join account a on a.id = d.account_id where waiting > 0 and login = any ($1)`,
    [[...looks.keys()].map(({ login }) => login)],
  )
  for (const { login, waiting } of waits.rows)
    told.push(`the office believes that ${waiting} forms wait on a phone of ${login}`)
  return told
}

export async function brokenAt(end: End): Promise<Broken[]> {
  const rows = await surveysIn(end)
  const held = new Map(rows.map((row) => [row.id, row]))
  const found: Record<Invariant, readonly string[]> = {
    'nothing acknowledged is lost': [...lost(end, held), ...lostDrafts(end), ...(await lostDeeds(end))],
    'nothing stands twice': twice(end, rows),
    'sent as it was made': changed(end, rows),
    'every conflict is visible': await hidden(end, rows),
    'all sides end equal': await unequal(end),
    'no answer that nobody should get': end.ledger.odd,
  }
  return invariants.flatMap((invariant) => found[invariant].map((what) => ({ invariant, what })))
}
