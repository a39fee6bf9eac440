/** The bank of questions of a unit and those below it, without their keys. */
import { useState } from 'preact/hooks'
import type { OpenTopic } from '#features/training/needs/model.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { questionColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import {
  type Question,
  type QuestionKind,
  type QuestionPool,
  type QuestionState,
  questionKinds,
  questionPools,
  questionStates,
} from '../model.ts'
import { listQuestions, questionsFile } from './calls.ts'
import { EnterQuestionDialog } from './EnterQuestionDialog.tsx'

const title = { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' }
type QuestionsAnswer = OutputOf<typeof contract.listQuestions>

export default function QuestionsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Questions areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="question.manage" />
    </Page>
  )
}

function Questions({ areaId }: { areaId: AreaId }) {
  const [topic] = useFilter('chuyen-de')
  const [kind] = useFilter('loai')
  const [pool] = useFilter('dung-cho')
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const asked = {
    areaId,
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(kind && { kind: kind as QuestionKind }),
    ...(pool && { pool: pool as QuestionPool }),
    ...(state && { state: state as QuestionState }),
    ...(q && { q }),
  }
  const read = useRead(listQuestions, { ...asked, page })
  return (
    <Page
      title={title}
      action={
        read.data?.mayWrite && (
          <>
            <Button look="primary" onClick={() => setEntering(true)}>
              {say({ vi: 'Ghi câu hỏi', en: 'Enter a question' })}
            </Button>
            <LinkButton href={to('/ngan-hang-cau-hoi/nhap')}>
              {say({ vi: 'Nhập từ bảng tính', en: 'Import' })}
            </LinkButton>
          </>
        )
      }
    >
      <QuestionFilters topics={read.data?.topics ?? []} />
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <QuestionList
              of={data}
              file={listAs(questionsFile, asked)}
              filtered={Boolean(topic || kind || pool || state || q)}
            />
            {entering && (
              <EnterQuestionDialog
                of={{ areaId, name: data.areaName }}
                topics={data.topics}
                onClose={() => setEntering(false)}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

const QuestionFilters = ({ topics }: { topics: readonly OpenTopic[] }) => (
  <Filters>
    <SearchWords label={{ vi: 'Tìm theo câu hỏi, căn cứ', en: 'Find by question or basis' }} />
    <FilterChoice
      name="chuyen-de"
      label={{ vi: 'Chuyên đề', en: 'Topic' }}
      choices={topics.map(({ topicId: value, code, title: said }) => ({ value, label: `${code}. ${said}` }))}
    />
    <FilterChoice name="loai" label={{ vi: 'Loại câu', en: 'Kind' }} choices={choicesOf(questionKinds)} />
    <FilterChoice name="dung-cho" label={{ vi: 'Dùng cho', en: 'For' }} choices={choicesOf(questionPools)} />
    <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(questionStates)} />
  </Filters>
)

type ListProps = { readonly of: QuestionsAnswer; readonly file: ListFile; readonly filtered: boolean }

function QuestionList({ of, file, filtered }: ListProps) {
  const to = useTo()
  return (
    <Listing<Question>
      name="questions"
      caption={title}
      rows={of.rows}
      total={of.total}
      rowKey={(row) => row.questionId}
      href={(row) => to(`/ngan-hang-cau-hoi/${row.questionId}`)}
      file={file}
      columns={shown(questionColumns)}
      empty={
        filtered ? (
          <Empty title={{ vi: 'Không có câu hỏi nào như vậy.', en: 'No such question.' }} />
        ) : (
          <Empty
            title={{ vi: 'Chưa ghi câu hỏi nào.', en: 'No question yet.' }}
            why={{
              vi: 'Câu hỏi đứng dưới chuyên đề; đáp án chỉ người giữ ngân hàng xem được. Câu về xếp loại một hộ: mở Chuẩn nghèo, Tính thử một hộ.',
              en: 'Questions stand under topics; only who keeps the bank sees their keys. For a household to classify open Poverty standards, Try a household.',
            }}
          />
        )
      }
    />
  )
}
