/** The classes of a proposal: left out, changed, and taken into a draft plan. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useTyped } from '#platform/web/draft.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { closedAmong, weeksSaid } from '../../plan/rules/weeks.ts'
import { BeginPlanDialog } from '../../plan/ui/BeginPlanDialog.tsx'
import { pathOf } from '../../plan/ui/plan.ts'
import { takeLines } from '../../taken/ui/calls.ts'
import { classColumns } from '../columns.ts'
import { programmeSuggested } from '../model.ts'
import { linesOf } from '../rules/lines.ts'
import { ClassDialog } from './ClassDialog.tsx'
import { classesFile } from './calls.ts'
import {
  clashesOf,
  type EditedClass,
  type Edits,
  isOfOne,
  isReadable,
  isTooFar,
  isTooLarge,
  type ProposalAnswer,
  type TypedClass,
  type useAsked,
} from './proposal.ts'
import type { Editing } from './useEditing.ts'

type Props = ReturnType<typeof useAsked> & { readonly of: ProposalAnswer; readonly editing: Editing }

export function Classes({ of, asked, query, editing }: Props) {
  const { draft, edits, setEdits, classes } = editing
  const only = of.drafts.length === 1 ? of.drafts[0] : undefined
  const [planId, setPlanId] = useTyped<TrainingPlanId | null>(draft, 'planId', only?.trainingPlanId ?? null)
  const taking = useChange(takeLines, { draft })
  const [beginning, setBeginning] = useState(false)
  const { route } = useLocation()
  const to = useTo()
  const taken = classes.filter(({ left }) => !left)
  const readable = of.classes.every(({ key }) => !edits[key] || isReadable(edits[key]))
  const large = taken.find((one) => isTooLarge(one, of.largestClass))
  const unready = !readable
    ? { vi: 'Có lớp đang sửa dở: cần tuần và số người.', en: 'A class is half changed: weeks and people are needed.' }
    : taken.length === 0
      ? { vi: 'Không còn lớp nào.', en: 'No class is left.' }
      : large
        ? {
            vi: `Lớp ${large.number}: ${large.people} người, quá ${of.largestClass} người một lớp.`,
            en: `Class ${large.number}: ${large.people} people, more than ${of.largestClass} in a class.`,
          }
        : null
  const noPlan = { vi: 'Chọn bản thảo kế hoạch của năm.', en: 'Choose a draft plan of the year.' }
  const whyNot = unready ?? (planId ? null : noPlan)
  const take = async () => {
    if (!planId || whyNot) return
    if (await taking.run({ trainingPlanId: planId, lines: linesOf(taken) })) route(to(pathOf(planId)))
  }
  const put = (key: string, typed: TypedClass | null) => {
    const { [key]: _before, ...others } = edits
    setEdits(typed ? { ...others, [key]: typed } : others)
  }
  return (
    <Section title={{ vi: 'Các lớp', en: 'Classes' }}>
      <ClassList
        of={of}
        classes={classes}
        edits={edits}
        put={put}
        opens={(number) => to('/nhu-cau-dao-tao/de-xuat/nguoi', { ...query, lop: number })}
        file={listAs(classesFile, asked)}
        year={asked.year}
      />
      {of.can.includes('take') && of.classes.length > 0 && (
        <Form
          onSubmit={take}
          draft={draft}
          problem={taking.problem}
          actions={
            <>
              {of.drafts.length > 0 && (
                <Button look="primary" submit pending={taking.pending} whyNot={whyNot}>
                  {say(
                    { vi: 'Đưa {n} lớp vào kế hoạch', en: 'Take {n} {n:class|classes} into the plan' },
                    { n: showNumber(taken.length) },
                  )}
                </Button>
              )}
              <Button whyNot={unready} onClick={() => setBeginning(true)}>
                {say({ vi: 'Lập kế hoạch mới từ các lớp này', en: 'Begin a plan with these classes' })}
              </Button>
            </>
          }
        >
          {of.drafts.length > 0 ? (
            <ChoiceField<TrainingPlanId>
              as="select"
              at="trainingPlanId"
              label={{ vi: 'Đưa vào bản thảo', en: 'Into the draft' }}
              hint={{
                vi: 'Mỗi chuyên đề ở một nơi thành một dòng; kinh phí ghi ở kế hoạch.',
                en: 'Each topic at a place becomes a line; its money is entered in the plan.',
              }}
              required
              choices={of.drafts.map(({ trainingPlanId: value, name }) => ({ value, label: { vi: name, en: name } }))}
              value={planId}
              onChange={setPlanId}
            />
          ) : (
            <p>
              {say(
                {
                  vi: 'Chưa có bản thảo kế hoạch năm {year} của đơn vị này.',
                  en: 'This unit has no draft plan of {year}.',
                },
                { year: String(asked.year) },
              )}
            </p>
          )}
        </Form>
      )}
      {beginning && (
        <BeginPlanDialog
          areaId={asked.areaId}
          areaName={of.areaName}
          from={{
            ...{ year: asked.year, classes: taken.length, lines: linesOf(taken) },
            programme: of.programme && { ...of.programme, by: programmeSuggested[of.programme.by] },
            onBegun: () => void draft.forget(),
          }}
          onClose={() => setBeginning(false)}
        />
      )}
    </Section>
  )
}

type ListProps = {
  readonly of: ProposalAnswer
  readonly classes: readonly EditedClass[]
  readonly edits: Edits
  readonly put: (key: string, typed: TypedClass | null) => void
  readonly opens: (number: number) => string
  readonly file: ReturnType<typeof listAs>
  readonly year: number
}

function ClassList({ of, classes, edits, put, opens, file, year }: ListProps) {
  const [changing, setChanging] = useState<string | null>(null)
  const proposed = of.classes.find(({ key }) => key === changing)
  const typedOf = ({ key, placeId, weeks, people }: EditedClass | ProposalAnswer['classes'][number]): TypedClass =>
    edits[key] ?? { left: false, placeId, weeks: weeksSaid(weeks), people }
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: EditedClass) => (
      <>
        {!row.left && (
          <Button look="quiet" onClick={() => setChanging(row.key)}>
            {say({ vi: 'Sửa', en: 'Change' })}
          </Button>
        )}
        <Button look="quiet" onClick={() => put(row.key, { ...typedOf(row), left: !row.left })}>
          {row.left ? say({ vi: 'Lấy lại', en: 'Take it back' }) : say({ vi: 'Bỏ', en: 'Leave out' })}
        </Button>
      </>
    ),
  }
  const edited = classes.some((one) => one.left || one.edited)
  return (
    <>
      {edited && (
        <Notice>
          {say({
            vi: 'Đã sửa. Tệp và bản in là đề xuất lúc chưa sửa; kế hoạch nhận chỗ đã sửa.',
            en: 'Changed. File and print show the proposal before; the plan takes it as changed.',
          })}
        </Notice>
      )}
      <OfOne of={classes} />
      <Clashes of={classes} />
      <Listing<EditedClass>
        name="proposed-classes"
        caption={{ vi: 'Các lớp được đề xuất', en: 'Proposed classes' }}
        rows={classes}
        rowKey={(row) => row.key}
        href={(row) => opens(row.number)}
        file={file}
        columns={[
          ...shown(classColumns(year), {
            topic: (row: EditedClass) => (
              <>
                {`${row.code}. ${row.title} `}
                {row.left && <Badge>{{ vi: 'bỏ', en: 'left out' }}</Badge>}
                {isOfOne(row) && <Badge look="waits">{{ vi: 'một người', en: 'one person' }}</Badge>}
                {isTooLarge(row, of.largestClass) && (
                  <Badge look="late">
                    {{ vi: `quá ${of.largestClass} người`, en: `more than ${of.largestClass}` }}
                  </Badge>
                )}
                {isTooFar(row, of.furthestWay) && (
                  <Badge look="waits">
                    {{ vi: `xa hơn ${of.furthestWay} km`, en: `further than ${of.furthestWay} km` }}
                  </Badge>
                )}
                {!row.left &&
                  closedAmong(of.closed, row.weeks).map(({ weeks, what }) => (
                    <Badge key={what.vi} look="waits">
                      {{ vi: `tuần ${weeksSaid(weeks)}: ${what.vi}`, en: `weeks ${weeksSaid(weeks)}: ${what.en}` }}
                    </Badge>
                  ))}
                {!row.left && row.edited && <Badge look="waits">{{ vi: 'đã sửa', en: 'changed' }}</Badge>}
              </>
            ),
          }),
          ...(of.can.includes('take') ? [acts] : []),
        ]}
        empty={
          <Empty
            title={{ vi: 'Không có lớp nào để đề xuất.', en: 'No class to propose.' }}
            why={{
              vi: 'Xem lại nhu cầu, giới hạn, nơi mở lớp và đường đi; ai chưa có lớp thì có tên kèm lý do.',
              en: 'Look at needs, limits, places and ways; who is in no class is named with the reason.',
            }}
          />
        }
      />
      {proposed && (
        <ClassDialog
          of={proposed}
          travel={classes.find(({ key }) => key === proposed.key) ?? proposed}
          year={year}
          places={of.places}
          closed={of.closed}
          largest={of.largestClass}
          typed={typedOf(proposed)}
          onChange={(next) => put(proposed.key, next)}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  )
}

/** The proposal seats nobody twice in a week; who changes a week should see whom that would seat so. */
function Clashes({ of }: { of: readonly EditedClass[] }) {
  const clashes = clashesOf(of)
  if (clashes.length === 0) return null
  return (
    <Notice look="waits">
      {say({
        vi: 'Có người ở hai lớp trong cùng một tuần; hãy đổi tuần một lớp:',
        en: 'Some are in two classes in one week; change the week of one:',
      })}
      <ul>
        {clashes.map(({ one, other, people }) => (
          <li key={`${one} ${other}`}>
            {say(
              { vi: 'lớp {one} và lớp {other}: {n} người', en: 'classes {one} and {other}: {n} {n:person|people}' },
              { one: String(one), other: String(other), n: showNumber(people) },
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** A class for one person may be lawful; whoever plans should have seen it. */
function OfOne({ of }: { of: readonly EditedClass[] }) {
  const lone = of.filter(isOfOne)
  if (lone.length === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: 'Chỉ có một người học: lớp {numbers}. Xem có nên đổi nơi, đổi tuần để ghép lớp, hoặc bỏ lớp ấy.',
          en: 'With one person only: class {numbers}. See whether another place or week joins them to others, or leave it out.',
        },
        { numbers: lone.map(({ number }) => number).join(', ') },
      )}
    </Notice>
  )
}
