import { useState } from 'preact/hooks'
import type { AreaId, ErrorTopicId, FrameworkTopicId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDay } from '#platform/web/day.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { errorColumns } from '../columns.ts'
import { type ErrorKind, errorSaid, type OpenTopic } from '../model.ts'
import { errorsFile, linkError, listErrors, listNeeds, unlinkError } from './calls.ts'
import { topicChoices } from './need.ts'

const title = {
  vi: 'Sai sót trong năm, yêu cầu chưa đạt và chuyên đề khắc phục',
  en: 'Errors of the year, requirements not met, and the topics against them',
}

/** What went wrong in the work this year; the province says which topic helps. */
export function Errors({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const asked = { areaId, day }
  const read = useRead(listErrors, asked)
  const needs = useRead(listNeeds, { ...asked, source: 'error' })
  const [linking, setLinking] = useState<ErrorKind | null>(null)
  const may = needs.data?.can.includes('link')
  const to = useTo()
  const opens = ({ code }: ErrorKind) => to('/nhu-cau-dao-tao', { loi: code })
  const number = (which: 'times' | 'people') => (row: ErrorKind) =>
    row[which] ? <a href={opens(row)}>{showNumber(row[which])}</a> : row[which] === null ? null : '0'
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: ErrorKind) =>
      row.link ? (
        <Unlink errorTopicId={row.link.errorTopicId} />
      ) : (
        <Button look="quiet" onClick={() => setLinking(row)}>
          {say({ vi: 'Gắn chuyên đề', en: 'Set a topic' })}
        </Button>
      ),
  }
  return (
    <Section title={title}>
      <Reading of={read} rows={4}>
        {(data) => (
          <Listing<ErrorKind>
            name="need-errors"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.code}
            href={opens}
            file={listAs(errorsFile, asked)}
            columns={[
              ...shown(errorColumns, { times: number('times'), people: number('people') }),
              ...(may ? [acts] : []),
            ]}
            empty={
              <Empty
                title={{ vi: 'Năm nay chưa gặp sai sót nào.', en: 'No error was found this year.' }}
                why={{
                  vi: 'Phiếu bị trả lại, người chưa đạt trình độ mà chức danh yêu cầu được đếm ở đây.',
                  en: 'Forms that are returned and people who lack what their post requires are counted here.',
                }}
              />
            }
          />
        )}
      </Reading>
      {linking && (
        <LinkDialog areaId={areaId} of={linking} topics={needs.data?.topics ?? []} onClose={() => setLinking(null)} />
      )}
    </Section>
  )
}

function Unlink({ errorTopicId }: { errorTopicId: ErrorTopicId }) {
  const unlinking = useChange(unlinkError)
  return (
    <>
      <Button look="quiet" pending={unlinking.pending} onClick={() => unlinking.run({ errorTopicId })}>
        {say({ vi: 'Bỏ gắn', en: 'Take the topic away' })}
      </Button>
      <ProblemNote of={unlinking.problem} />
    </>
  )
}

type Props = {
  readonly areaId: AreaId
  readonly of: ErrorKind
  readonly topics: readonly OpenTopic[]
  readonly onClose: () => void
}

function LinkDialog({ areaId, of: { code }, topics, onClose }: Props) {
  const draft = useDraft('needs.linkError', `${areaId} ${code}`)
  const [topicId, setTopicId] = useTyped<FrameworkTopicId | null>(draft, 'topicId', null)
  const errorTopicId = useMade(draft, 'errorTopicId', () => newId<'error_topic'>() as ErrorTopicId)
  const linking = useChange(linkError, { draft })
  const link = async () => {
    if (topicId && (await linking.run({ areaId, errorTopicId, code, topicId }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Chuyên đề khắc phục', en: 'Topic against the error' }} onClose={onClose}>
      <p>{say(errorSaid(code))}</p>
      <Form
        onSubmit={link}
        draft={draft}
        problem={linking.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={linking.pending}
            whyNot={topicId ? null : { vi: 'Cần chuyên đề.', en: 'A topic is needed.' }}
          >
            {say({ vi: 'Gắn', en: 'Set' })}
          </Button>
        }
      >
        <ChoiceField<FrameworkTopicId>
          as="select"
          at="topicId"
          label={{ vi: 'Chuyên đề', en: 'Topic' }}
          required
          choices={topicChoices(topics)}
          value={topicId}
          onChange={setTopicId}
        />
      </Form>
    </Dialog>
  )
}
