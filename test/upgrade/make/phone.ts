/**
 * What Mai's phone sends: forms that arrive, one whose reply is lost, one that never leaves. As a phone sends them alone; its
 * store is sealed with a key that no file can hold, so what it keeps is tried in journeys (`test/e2e`).
 */
import type { HouseholdId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { type Family, lackingAnswers } from '../../rounds.ts'
import type { Phone } from '../folder.ts'
import { holderOf, type Person, type Raw, signInCookie } from '../person.ts'

export type Case = { readonly householdId: string; readonly caseId: string }
type Member = { readonly id: string; readonly birth?: { readonly year?: number } }
type Form = { form: { hash: string }; day: string; facts: { members: readonly Member[] } & Record<string, unknown> }

/** In need, whoever they are: what the form asks of grown people and of children. */
function answersOf({ day, facts }: Form): object {
  const people = ['mother', 'father', 'child'] as unknown as Family['people']
  const { members, ...rest } = lackingAnswers({ householdId: '' as HouseholdId, people }, 900_000)
  const said = (at: number) => {
    const { id: _id, name: _name, sex: _sex, birth: _birth, relation: _relation, ...answers } = { ...members?.[at] }
    return answers
  }
  const isGrown = ({ birth }: Member) => Number(day.slice(0, 4)) - (birth?.year ?? 0) >= 18
  return { ...rest, members: facts.members.map((one) => ({ ...said(isGrown(one) ? 0 : 2), ...one })) }
}

export class MaisPhone {
  readonly #mai: Person
  readonly cookie: string
  constructor(mai: Person, cookie: string) {
    this.#mai = mai
    this.cookie = cookie
  }

  static async open(address: string, password: string): Promise<MaisPhone> {
    const cookie = await signInCookie(address, 'mai', password)
    return new MaisPhone(await holderOf(address, cookie), cookie)
  }

  async #formOf({ householdId, caseId }: Case): Promise<Raw> {
    const at = `/api/households/${householdId}/cases/${caseId}`
    const form = await this.#mai.get<Form>(`${at}/form`)
    const survey = {
      surveyId: newId<'survey'>(),
      formHash: form.form.hash,
      surveyedOn: form.day,
      facts: answersOf(form),
    }
    const headers = { 'content-type': 'application/json', 'x-command': newId<'command'>(), 'x-schema-version': '1' }
    return { path: `${at}/surveys`, headers, body: JSON.stringify(survey) }
  }

  async #send(raw: Raw) {
    const answer = await this.#mai.send(raw)
    if (answer.status !== 200) throw new Error(`${raw.path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return { ...raw, answer }
  }

  async survey(one: Case): Promise<void> {
    await this.#send(await this.#formOf(one))
  }

  /** One form that arrived while its reply did not, and one that was finished without signal. */
  async leave({ unheard, offline }: { readonly unheard: Case; readonly offline: Case }): Promise<Phone> {
    const lost = await this.#send(await this.#formOf(unheard))
    const unsent = await this.#formOf(offline)
    return { cookie: this.cookie, localStorage: {}, store: null, draft: null, lost, unsent }
  }
}
