import { useEffect, useState } from 'preact/hooks'
import { askedStates, askedStateWords } from '#features/rounds/model.ts'
import type { RoundAnswer } from '#features/rounds/ui/answers.ts'
import { classWords } from '#kernel/classes.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { purposeSaid } from '../../rules/purposes.ts'
import type { FilterName } from '../addresses.ts'
import type { CaseFilter } from './caseFilter.ts'

const all = { value: 'all', label: { vi: 'Tất cả', en: 'All' } }
const states = [all, ...askedStates.map((value) => ({ value, label: askedStateWords[value] }))]
const classChoices = [
  all,
  ...(['poor', 'near_poor', 'average', 'not_poor'] as const).map((value) => ({ value, label: classWords[value] })),
  { value: 'open', label: { vi: 'Chưa xác định được', en: 'Not determined' } },
  { value: 'none', label: { vi: 'Chưa có phiếu', en: 'No survey yet' } },
]

type Props = { readonly of: RoundAnswer; readonly filter: CaseFilter }

const opensLabel = ({ closes, round }: RoundAnswer): Words =>
  closes ? purposeSaid('opens', round.classesHoldFrom, today()) : { vi: 'Diện theo phiếu', en: 'Class by the survey' }

/** Village, state, class and name: all of it in the address, so that a slice can be sent to a colleague. */
export function CaseFilters({ of, filter }: Props) {
  const people = new Map(of.villages.flatMap((v) => (v.enumeratorId ? [[v.enumeratorId, v.enumeratorName ?? '']] : [])))
  const choose = (name: FilterName, label: Words, choices: readonly { value: string; label: Words }[]) => (
    <ChoiceField
      key={name}
      label={label}
      required
      as="select"
      choices={choices}
      value={String(filter.input[name] ?? 'all')}
      onChange={(value) => filter.set(name, value === 'all' ? null : value)}
    />
  )
  return (
    <Filters>
      <NameFilter filter={filter} />
      {choose('villageId', { vi: 'Thôn', en: 'Village' }, [
        all,
        ...of.villages.map((village) => ({ value: village.villageId, label: village.name })),
      ])}
      {choose('state', { vi: 'Tình trạng', en: 'State' }, states)}
      {choose('class', opensLabel(of), classChoices)}
      {of.closes && choose('closingClass', purposeSaid('closes', of.round.classesHoldFrom, today()), classChoices)}
      {people.size > 0 &&
        choose('enumeratorId', { vi: 'Rà soát viên', en: 'Enumerator' }, [
          all,
          ...[...people].map(([value = '', label = '']) => ({ value, label })),
        ])}
      {choose('undecidable', { vi: 'Vướng quyết định', en: 'Obstacle to deciding' }, [
        all,
        { value: 'true', label: { vi: 'Chỉ hộ chưa quyết định được', en: 'Only the undecidable' } },
      ])}
      {(of.round.state === 'certificates' || of.round.state === 'completed') &&
        choose('unclassed', { vi: 'Trở lại sau quyết định', en: 'Back after the decision' }, [
          all,
          { value: 'true', label: { vi: 'Chỉ hộ chưa được phân loại', en: 'Only those without a class' } },
        ])}
      {filter.any && (
        <Button look="quiet" onClick={filter.clear}>
          {say({ vi: 'Bỏ lọc', en: 'Clear the filter' })}
        </Button>
      )}
    </Filters>
  )
}

/** Waits a moment after the last letter, so that typing a name is one question. */
function NameFilter({ filter }: { filter: CaseFilter }) {
  const asked = filter.input.q ?? ''
  const [text, setText] = useState(asked)
  useEffect(() => setText(asked), [asked])
  useEffect(() => {
    if (text.trim() === asked) return
    const wait = setTimeout(() => filter.set('q', text.trim() || null), 300)
    return () => clearTimeout(wait)
  }, [text])
  return (
    <TextField
      label={{ vi: 'Chủ hộ hoặc số hộ', en: 'Head or number' }}
      required
      type="search"
      maxLength={100}
      value={text}
      onChange={setText}
    />
  )
}
