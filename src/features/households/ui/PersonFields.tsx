/** The fields of one person: who it is, and on demand what is known besides. */

import { faultOfIdText, tidyCitizenId } from '#kernel/citizenId.ts'
import { ethnicGroups } from '#kernel/ethnicity.ts'
import { birthYearFault, sexWords } from '#kernel/persons.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { WhyPanel } from '#platform/web/kit/WhyPanel.tsx'
import type { Words } from '#platform/web/language.ts'
import {
  disabilityWords,
  jobWords,
  relationNames,
  relationWords,
  schoolWords,
  yesNoFacts,
  yesNoWords,
} from '../model/words.ts'
import type { Relation } from '../model.ts'
import { insuranceFault, isInsuranceNo, tidyInsuranceNo } from '../rules/numbers.ts'
import type { PersonDraft } from './personDraft.ts'

type Props = {
  readonly draft: PersonDraft
  readonly onChange: (draft: PersonDraft) => void
  /** Relations offered; none: the relation is not asked here. */
  readonly relations?: readonly Relation[] | undefined
  /** The numbers are held already: empty leaves them. */
  readonly held?: boolean | undefined
  /** Where the person stands in what is sent: `members.2.person`. */
  readonly at?: string | undefined
}

export const notHead = relationNames.filter((name) => name !== 'head')

export function PersonFields({ draft, onChange, relations = [], held, at }: Props) {
  const put = (change: Partial<PersonDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <Who draft={draft} put={put} at={at} />
      {relations.length > 0 && (
        <RelationField
          at="relation"
          relations={relations}
          value={draft.relation}
          onChange={(relation) => put({ relation })}
        />
      )}
      <ChoiceField
        as="select"
        label={{ vi: 'Dân tộc', en: 'Ethnic group' }}
        required
        choices={ethnicGroups.map(({ code, name }) => ({ value: code, label: name }))}
        value={draft.ethnicity}
        onChange={(ethnicity) => put({ ethnicity })}
      />
      <Numbers draft={draft} put={put} at={at} held={held} />
      <WhyPanel
        label={{ vi: 'Khuyết tật, học, việc làm, lương hưu, trợ cấp', en: 'Disability, school, work, pension' }}
      >
        <Facts draft={draft} onChange={onChange} />
      </WhyPanel>
    </>
  )
}

type PutProps = {
  readonly draft: PersonDraft
  readonly put: (change: Partial<PersonDraft>) => void
  readonly at: string | undefined
}

const within = (at: string | undefined, name: string): string => (at ? `${at}.${name}` : name)

const Who = ({ draft, put, at }: PutProps) => (
  <>
    <TextField
      label={{ vi: 'Họ và tên', en: 'Full name' }}
      at={within(at, 'name')}
      required
      value={draft.name}
      onChange={(name) => put({ name })}
      maxLength={120}
    />
    <ChoiceField
      label={{ vi: 'Giới tính', en: 'Sex' }}
      required
      choices={[
        { value: 'male', label: sexWords.male },
        { value: 'female', label: sexWords.female },
      ]}
      value={draft.sex}
      onChange={(sex) => put({ sex })}
    />
    <DayField
      label={{ vi: 'Ngày sinh', en: 'Birth' }}
      at={within(at, 'birth')}
      hint={{ vi: 'Chỉ biết năm thì nhập năm.', en: 'The year alone where no more is known.' }}
      required
      yearAlone
      fault={birthYearFault(draft.birth, today())}
      value={draft.birth}
      onChange={(birth) => put({ birth })}
    />
  </>
)

type RelationProps = {
  readonly label?: Words
  readonly at?: string | undefined
  readonly relations: readonly Relation[]
  readonly value: Relation | null
  readonly onChange: (relation: Relation) => void
}

export const RelationField = ({ label, at, relations, value, onChange }: RelationProps) => (
  <ChoiceField<Relation>
    as="select"
    at={at}
    label={label ?? { vi: 'Quan hệ với chủ hộ', en: 'Relation to the head' }}
    required
    choices={relations.map((name) => ({ value: name, label: relationWords[name] }))}
    value={value}
    onChange={onChange}
  />
)

const idFault = (text: string): Words | null => faultOfIdText(tidyCitizenId(text))

type NumbersProps = PutProps & { readonly held: boolean | undefined }

const Numbers = ({ draft, put, at, held }: NumbersProps) => (
  <>
    <TextField
      label={{ vi: 'Số CCCD', en: 'Citizen id' }}
      at={within(at, 'citizenId')}
      hint={
        held
          ? { vi: 'Để trống là giữ số đang có.', en: 'Empty leaves the number that is held.' }
          : { vi: '12 chữ số; chưa có thì để trống.', en: '12 digits; empty where there is none.' }
      }
      digits
      read={tidyCitizenId}
      fault={idFault(draft.citizenId)}
      value={draft.citizenId}
      onChange={(citizenId) => put({ citizenId })}
      maxLength={40}
    />
    <TextField
      label={{ vi: 'Số BHXH/BHYT', en: 'Insurance number' }}
      at={within(at, 'insuranceNo')}
      read={tidyInsuranceNo}
      fault={isInsuranceNo(tidyInsuranceNo(draft.insuranceNo)) ? null : insuranceFault}
      value={draft.insuranceNo}
      onChange={(insuranceNo) => put({ insuranceNo })}
      maxLength={40}
    />
  </>
)

const choicesOf = <K extends string>(words: Readonly<Record<K, Words>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))
const yesOrNo: readonly { value: 'yes' | 'no'; label: Words }[] = [
  { value: 'yes', label: { vi: 'Có', en: 'Yes' } },
  { value: 'no', label: { vi: 'Không', en: 'No' } },
]

const choiceFacts: readonly {
  key: 'disability' | 'studying' | 'finished' | 'job'
  label: Words
  choices: readonly { value: string; label: Words }[]
}[] = [
  { key: 'disability', label: { vi: 'Khuyết tật', en: 'Disability' }, choices: choicesOf(disabilityWords) },
  { key: 'studying', label: { vi: 'Đang học', en: 'Attends' }, choices: choicesOf(schoolWords) },
  {
    key: 'finished',
    label: { vi: 'Cấp học cao nhất đã tốt nghiệp', en: 'Highest level finished' },
    choices: choicesOf(schoolWords),
  },
  { key: 'job', label: { vi: 'Việc làm', en: 'Work' }, choices: choicesOf(jobWords) },
]

function Facts({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { facts } = draft
  const put = (key: keyof typeof facts, value: unknown) => {
    const { [key]: _gone, ...rest } = facts
    onChange({ ...draft, facts: value === undefined ? rest : { ...rest, [key]: value } })
  }
  return (
    <div class="households-side-by-side">
      {choiceFacts.map(({ key, label, choices }) => (
        <Known<string>
          key={key}
          label={label}
          choices={choices}
          value={facts[key]}
          onChange={(value) => put(key, value)}
        />
      ))}
      {yesNoFacts.map((key) => (
        <Known<string>
          key={key}
          label={yesNoWords[key]}
          choices={yesOrNo}
          value={facts[key] === undefined ? undefined : facts[key] ? 'yes' : 'no'}
          onChange={(value) => put(key, value === undefined ? undefined : value === 'yes')}
        />
      ))}
    </div>
  )
}

type KnownProps<K extends string> = {
  readonly label: Words
  readonly choices: readonly { readonly value: K; readonly label: Words }[]
  readonly value: K | undefined
  readonly onChange: (value: K | undefined) => void
}

/** An answer that may stay unknown. */
const Known = <K extends string>({ label, choices, value, onChange }: KnownProps<K>) => (
  <ChoiceField<K | 'unknown'>
    as="select"
    label={label}
    choices={[{ value: 'unknown', label: { vi: 'Chưa biết', en: 'Not known' } }, ...choices]}
    value={value ?? 'unknown'}
    onChange={(next) => onChange(next === 'unknown' ? undefined : next)}
  />
)
