/** What somebody has learnt and is learning. */
import { useState } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Section } from '#platform/web/kit/Page.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { qualificationColumns } from '../columns.ts'
import type { QualificationView } from '../model.ts'
import { ChangeLearntDialog } from './ChangeLearntDialog.tsx'
import { qualificationsFile, takeQualificationAway } from './calls.ts'
import { LearnDialog } from './LearnDialog.tsx'
import type { OfficialAnswer } from './official.ts'

type Doing = { readonly what: 'change' | 'take'; readonly of: QualificationView } | { readonly what: 'add' }

export function Qualifications({ of: { officialId, qualifications, can } }: { of: OfficialAnswer }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const writes = can.includes('write')
  return (
    <Section title={{ vi: 'Trình độ đào tạo', en: 'Qualifications' }}>
      {writes && (
        <Button onClick={() => setDoing({ what: 'add' })}>{say({ vi: 'Ghi trình độ', en: 'Enter one' })}</Button>
      )}
      <Listing<QualificationView>
        name="qualifications"
        caption={{ vi: 'Trình độ đào tạo', en: 'Qualifications' }}
        rows={qualifications}
        rowKey={(row) => row.qualificationId}
        file={listAs(qualificationsFile, { officialId })}
        columns={shown(qualificationColumns, {
          title: (row) => (writes ? <Deeds of={row} onDo={setDoing} /> : row.title),
        })}
        empty={
          <Empty
            title={{ vi: 'Chưa ghi trình độ nào.', en: 'No qualification is recorded.' }}
            why={{
              vi: 'Chuyên môn, lý luận chính trị, quản lý nhà nước, tin học, ngoại ngữ, tiếng dân tộc; cả khóa đang học.',
              en: 'Professional, political theory, state management, IT, languages; also what is under way.',
            }}
          />
        }
      />
      {doing?.what === 'add' && <LearnDialog officialId={officialId} onClose={close} />}
      {doing?.what === 'change' && <ChangeLearntDialog officialId={officialId} of={doing.of} onClose={close} />}
      {doing?.what === 'take' && <TakeAwayDialog officialId={officialId} of={doing.of} onClose={close} />}
    </Section>
  )
}

const Deeds = ({ of, onDo }: { of: QualificationView; onDo: (doing: Doing) => void }) => (
  <>
    {of.title}{' '}
    <Button look="quiet" onClick={() => onDo({ what: 'change', of })}>
      {say({ vi: 'Sửa', en: 'Change' })}
    </Button>
    <Button look="quiet" onClick={() => onDo({ what: 'take', of })}>
      {say({ vi: 'Bỏ', en: 'Take away' })}
    </Button>
  </>
)

type TakingProps = {
  readonly officialId: OfficialAnswer['officialId']
  readonly of: QualificationView
  readonly onClose: () => void
}

function TakeAwayDialog({ officialId, of: { qualificationId, title }, onClose }: TakingProps) {
  const draft = useDraft('roster.learn_take', qualificationId)
  const taking = useChange(takeQualificationAway, { draft })
  const take = async (because: string) => {
    if (await taking.run({ officialId, qualificationId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ trình độ ghi sai', en: 'Take a wrong qualification away' }}
      what={{ vi: `${title} không còn trong hồ sơ.`, en: `${title} no longer stands in the record.` }}
      deed={{ vi: 'Bỏ', en: 'Take away' }}
      danger
      draft={draft}
      pending={taking.pending}
      problem={taking.problem}
      onGive={take}
      onClose={onClose}
    />
  )
}
