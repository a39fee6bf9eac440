import { useLocation } from 'preact-iso'
import { areaChildren, showArea } from '#features/areas/ui/calls.ts'
import { findPlainDate, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { today } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type RoundKind, roundKindWords } from '../../model.ts'
import { freeName } from '../../rules/names.ts'
import { roundPath } from '../addresses.ts'
import { createRound } from '../calls.ts'
import { SureField, sureInput } from '../SureField.tsx'
import { ForeseenStandards } from './ForeseenStandards.tsx'

type Draft = { kind: RoundKind; name: string; from: string | null; until: string | null; villages: readonly AreaId[] }

/** What each kind begins with; an ad hoc round is named by its month, and its last day is for the commune to say. */
const suggested = (
  kind: RoundKind,
  { day, taken }: { readonly day: PlainDate; readonly taken: readonly string[] },
): Pick<Draft, 'kind' | 'name' | 'until'> =>
  kind === 'annual'
    ? { kind, name: freeName(`Rà soát định kỳ năm ${yearOf(day)}`, taken), until: `${yearOf(day)}-12-14` }
    : { kind, name: freeName(`Rà soát thường xuyên tháng ${day.slice(5, 7)}/${yearOf(day)}`, taken), until: null }

const emptyDraft = (taken: readonly string[], kind: RoundKind): Draft => ({
  ...suggested(kind, { day: today(), taken }),
  from: today(),
  villages: [],
})

/** The day the classes hold from: 1 January of the next year; for an ad hoc round the day of the decision. */
const holdsFrom = ({ kind, from }: Draft): PlainDate => {
  const first = findPlainDate(from ?? '') ?? today()
  return kind === 'annual' ? plainDate(`${yearOf(first) + 1}-01-01`) : today()
}

/** `taken`: how the rounds that the unit has are called. */
type Props = {
  readonly areaId: AreaId
  readonly taken: readonly string[]
  /** What it begins with; annual where none is asked for. */
  readonly kind?: RoundKind | undefined
  readonly onClose: () => void
}

export function NewRoundDialog({ areaId, taken, kind, onClose }: Props) {
  const area = useRead(showArea, { areaId, day: today() })
  return (
    <Dialog title={{ vi: 'Mở kỳ rà soát', en: 'Open a round' }} onClose={onClose}>
      <Reading of={area} rows={6}>
        {(data) =>
          data.area?.level === 'commune' ? (
            <NewRound areaId={areaId} taken={taken} kind={kind} />
          ) : (
            <Notice look="waits">
              {say({
                vi: 'Kỳ rà soát mở cho một xã. Hãy chọn xã ở đầu trang rồi mở kỳ.',
                en: 'A round is opened for a commune. Choose the commune at the top of the page first.',
              })}
            </Notice>
          )
        }
      </Reading>
    </Dialog>
  )
}

function NewRound({ areaId, taken, kind: first = 'annual' }: Omit<Props, 'onClose'>) {
  const kept = useDraft('rounds.new', areaId)
  const [draft, setDraft] = useTyped(kept, 'round', () => emptyDraft(taken, first))
  const roundId = useMade(kept, 'roundId', () => newId<'round'>() as RoundId)
  const [because, setBecause] = useTyped(kept, 'because', '')
  const opening = useChange(createRound, { draft: kept })
  const { route } = useLocation()
  const to = useTo()
  // What was asked of the round as it was is asked anew of another one.
  const change = (part: Partial<Draft>) => {
    opening.clear()
    setDraft({ ...draft, ...part })
  }

  const open = async () => {
    const windowFrom = findPlainDate(draft.from ?? '')
    const windowUntil = findPlainDate(draft.until ?? '')
    if (whyNotOf(draft) || !windowFrom || !windowUntil) return
    const { kind, name, villages } = draft
    const input = { roundId, areaId, kind, name: name.trim(), windowFrom, windowUntil, villages: [...villages] }
    if (await opening.run({ ...input, ...sureInput(because) })) route(to(roundPath(roundId)))
  }
  return (
    <Form
      onSubmit={open}
      draft={kept}
      problem={opening.problem}
      actions={
        <Button look="primary" submit pending={opening.pending} whyNot={whyNotOf(draft)}>
          {say({ vi: 'Mở kỳ rà soát', en: 'Open the round' })}
        </Button>
      }
    >
      <ChoiceField
        label={{ vi: 'Loại', en: 'Kind' }}
        required
        choices={(['annual', 'ad_hoc'] as const).map((value) => ({ value, label: roundKindWords[value] }))}
        value={draft.kind}
        onChange={(kind) => change(suggested(kind, { day: today(), taken }))}
      />
      <TextField
        label={{ vi: 'Tên kỳ', en: 'Name' }}
        at="name"
        required
        maxLength={200}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <DayField
        label={{ vi: 'Bắt đầu', en: 'First day' }}
        required
        value={draft.from}
        onChange={(from) => change({ from })}
      />
      <DayField
        key={draft.kind}
        label={{ vi: 'Hạn cuối', en: 'Last day' }}
        at="windowUntil"
        required
        value={draft.until}
        onChange={(until) => change({ until })}
      />
      <Holds draft={draft} />
      <ForeseenStandards day={holdsFrom(draft)} />
      <Villages areaId={areaId} values={draft.villages} onChange={(villages) => change({ villages })} />
      <SureField problem={opening.problem} value={because} onChange={setBecause} />
    </Form>
  )
}

const Holds = ({ draft }: { draft: Draft }) => (
  <p>
    {draft.kind === 'annual'
      ? say(
          { vi: 'Kết quả có hiệu lực từ {day}.', en: 'The classes will hold from {day}.' },
          { day: showDate(holdsFrom(draft)) },
        )
      : say({
          vi: 'Kết quả có hiệu lực từ ngày ký quyết định; chuẩn áp dụng là chuẩn của hôm nay.',
          en: 'The classes will hold from the day of the decision; the standard is the one of today.',
        })}
  </p>
)

type VillagesProps = {
  readonly areaId: AreaId
  readonly values: readonly AreaId[]
  readonly onChange: (values: readonly AreaId[]) => void
}

function Villages({ areaId, values, onChange }: VillagesProps) {
  const read = useRead(areaChildren, { areaId, day: today() })
  return (
    <Reading of={read} rows={3}>
      {({ areas }) => (
        <details class="rounds-village-choice">
          <summary>
            {values.length === 0
              ? say({ vi: 'Tất cả {n} thôn', en: 'All {n} villages' }, { n: areas.length })
              : say(
                  { vi: '{n} trong {all} thôn', en: '{n} of {all} villages' },
                  { n: values.length, all: areas.length },
                )}
          </summary>
          <ChoicesField<AreaId>
            label={{ vi: 'Thôn tham gia', en: 'Villages that take part' }}
            hint={{ vi: 'Không chọn thôn nào là rà soát cả xã.', en: 'None chosen: the whole commune.' }}
            choices={areas.map((area) => ({ value: area.areaId, label: area.name }))}
            values={values}
            onChange={onChange}
          />
        </details>
      )}
    </Reading>
  )
}

function whyNotOf({ name, from, until }: Draft): Words | null {
  if (!name.trim() || !from || !until) return { vi: 'Cần tên kỳ và hai ngày.', en: 'A name and both days are needed.' }
  return from > until ? { vi: 'Hạn cuối sớm hơn ngày bắt đầu.', en: 'The last day is before the first.' } : null
}
