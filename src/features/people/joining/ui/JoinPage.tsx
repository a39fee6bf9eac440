/** Two records of one person side by side; joined where nothing stands against it. */
import { useLocation } from 'preact-iso'
import { isId, type OfficialId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { Beside } from '#platform/web/kit/Beside.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FactList } from '#platform/web/kit/FactList.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { appointmentColumns, postSaid, qualificationColumns } from '../../roster/columns.ts'
import { showOfficial } from '../../roster/ui/calls.ts'
import { OfficialPicker } from '../../roster/ui/OfficialPicker.tsx'
import { type OfficialAnswer, pathOf } from '../../roster/ui/official.ts'
import { AlikeNote } from './AlikeNote.tsx'
import { JoinForm } from './JoinForm.tsx'

const title = { vi: 'Gộp hồ sơ', en: 'Join records' }

export default function JoinPage({ params: { officialId } }: { params: { officialId: OfficialId } }) {
  const read = useRead(showOfficial, { officialId })
  const [asked, setFormer] = useFilter('voi')
  const former = isId(asked) && asked !== officialId ? asked : ''
  const to = useTo()
  const name = read.data?.name ?? ''
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') },
            { label: { vi: name, en: name }, href: to(pathOf(officialId)) },
            { label: title },
          ]}
        />
      }
      state={say({
        vi: 'Một người đã ghi vào sổ hai lần: chức danh, trình độ, nhu cầu học, thành viên, việc được giao của hồ sơ kia về hồ sơ giữ lại.',
        en: 'One person entered twice: posts, qualifications, needs, memberships and tasks of the other record come to the one that stays.',
      })}
    >
      <Reading of={read} rows={6}>
        {(kept) => (
          <>
            {former && <Kept of={kept} swap={to(`${pathOf(former as OfficialId)}/gop`, { voi: officialId })} />}
            {asked && !former && (
              <Notice look="waits">
                {say({
                  vi: 'Địa chỉ không nêu đúng hồ sơ kia. Hãy chọn lại ở dưới.',
                  en: 'The address names no other record. Choose it below.',
                })}
              </Notice>
            )}
            {!former && <AlikeNote officialId={officialId} />}
            <OfficialPicker
              at="formerId"
              label={{ vi: 'Hồ sơ kia của cùng người này', en: 'The other record of this person' }}
              hint={{ vi: 'Gõ tên như ghi ở hồ sơ kia.', en: 'Type the name as the other record has it.' }}
              required
              chosen={null}
              without={officialId}
              onChoose={(id) => setFormer(id)}
            />
            {former && <Former kept={kept} formerId={former as OfficialId} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const Kept = ({ of, swap }: { of: OfficialAnswer; swap: string }) => (
  <Section title={{ vi: 'Hồ sơ giữ lại', en: 'The record that stays' }}>
    <Side of={of} />
    <p>
      <a href={swap}>{say({ vi: 'Giữ hồ sơ kia thay cho hồ sơ này', en: 'Keep the other one instead' })}</a>
    </p>
  </Section>
)

function Former({ kept, formerId }: { kept: OfficialAnswer; formerId: OfficialId }) {
  const read = useRead(showOfficial, { officialId: formerId })
  const { route } = useLocation()
  const to = useTo()
  return (
    <Section title={{ vi: 'Hồ sơ gộp vào đó', en: 'The record that goes into it' }}>
      <Reading of={read} rows={4}>
        {(former) => (
          <>
            <Side of={former} />
            <JoinForm kept={kept} former={former} onDone={() => route(to(pathOf(kept.officialId)))} />
          </>
        )}
      </Reading>
    </Section>
  )
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? say(value as Words) : String(value ?? '')

/** "Rà soát viên, Thôn 2, 01/01/2024 đến nay". */
function Side({ of }: { of: OfficialAnswer }) {
  const to = useTo()
  const until = appointmentColumns.find(({ key }) => key === 'until')
  const from = appointmentColumns.find(({ key }) => key === 'from')
  const learnt = qualificationColumns.filter(({ key }) => key === 'kind' || key === 'title')
  const none = say({ vi: 'chưa ghi', en: 'not recorded' })
  const posts = of.appointments.map((one) =>
    [say(postSaid(one)), one.place, `${textOf(from?.text(one))} - ${textOf(until?.text(one))}`].join(', '),
  )
  const degrees = of.qualifications.map((one) => learnt.map((column) => textOf(column.text(one))).join(': '))
  return (
    <FactList
      of={[
        {
          label: { vi: 'Họ và tên', en: 'Full name' },
          value: <Beside page={to(pathOf(of.officialId))} what={of.name} />,
        },
        { label: { vi: 'Đơn vị giữ hồ sơ', en: 'Record kept by' }, value: of.unitName },
        { label: { vi: 'Tài khoản', en: 'Account' }, value: of.accountName ?? none },
        { label: { vi: 'Chức danh', en: 'Posts' }, value: posts.join('; ') || none },
        { label: { vi: 'Trình độ', en: 'Qualifications' }, value: degrees.join('; ') || none },
      ]}
    />
  )
}
