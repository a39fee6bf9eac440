/** One material: what is read, the question after it, what I did with it, its earlier versions. */
import { useEffect, useState } from 'preact/hooks'
import { showInstant } from '#kernel/dates.ts'
import type { MaterialId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { type Fact, FactList } from '#platform/web/kit/FactList.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { formSaid } from '../columns.ts'
import { type MaterialVersion, materialKinds, type WholeMaterial } from '../model.ts'
import { AddVersionDialog } from './AddVersionDialog.tsx'
import { getMaterial, materialFile, tellReading } from './calls.ts'
import { Practice } from './Practice.tsx'
import { UseMaterialDialog } from './UseMaterialDialog.tsx'
import '../../ui/study.css'

const title = { vi: 'Tài liệu', en: 'Material' }

export default function MaterialPage({ params: { materialId } }: { params: { materialId: string } }) {
  const read = useRead(getMaterial, { materialId: materialId as MaterialId })
  const to = useTo()
  const [newest] = read.data?.versions ?? []
  return (
    <Page
      title={newest ? { vi: newest.title, en: newest.title } : title}
      above={
        <Crumbs of={[{ label: { vi: 'Thư viện học tập', en: 'Library' }, href: to('/thu-vien') }, { label: title }]} />
      }
      state={read.data && `${read.data.topicCode}. ${read.data.topicTitle}`}
      action={read.data && <Deeds of={read.data} />}
    >
      <Reading of={read} rows={8}>
        {(data) => <Whole key={data.version} of={data} />}
      </Reading>
    </Page>
  )
}

function Deeds({ of }: { of: WholeMaterial }) {
  const [open, setOpen] = useState<'change' | 'use' | null>(null)
  const [newest] = of.versions
  const to = useTo()
  return (
    <>
      {of.can.includes('change') && (
        <Button look="primary" onClick={() => setOpen('change')}>
          {say({ vi: 'Thêm bản mới', en: 'Add a version' })}
        </Button>
      )}
      {of.can.includes('use') && (
        <>
          <LinkButton href={to(`/thu-vien/${of.materialId}/nguoi-doc`)}>
            {say({ vi: 'Ai đã đọc', en: 'Who read it' })}
          </LinkButton>
          <Button onClick={() => setOpen('use')}>
            {say(
              of.state === 'used' ? { vi: 'Thôi dùng', en: 'Take out of use' } : { vi: 'Dùng lại', en: 'Use again' },
            )}
          </Button>
        </>
      )}
      {open === 'change' && newest && <AddVersionDialog of={of} newest={newest} onClose={() => setOpen(null)} />}
      {open === 'use' && <UseMaterialDialog of={of} onClose={() => setOpen(null)} />}
    </>
  )
}

function Whole({ of }: { of: WholeMaterial }) {
  const [newest, ...earlier] = of.versions
  const { areaId } = useArea()
  const telling = useChange(tellReading, { refresh: [getMaterial] })
  const key = newest && areaId ? { materialId: of.materialId, areaId, version: newest.version } : null
  const opened = () => {
    if (key && newest?.openedAt === null) void telling.run({ ...key, what: 'opened' })
  }
  // What is read on the page is opened with it; a file when it is fetched.
  useEffect(() => {
    if (newest?.body) opened()
  }, [newest?.version])
  if (!newest) return null
  return (
    <>
      {of.out && (
        <Notice look="waits">
          {say(
            { vi: 'Không dùng nữa từ {at}: {because}', en: 'Out of use since {at}: {because}' },
            { at: showInstant(of.out.at), because: of.out.because },
          )}
        </Notice>
      )}
      {newest.summary && <p class="study-summary">{newest.summary}</p>}
      {newest.body ? (
        <div class="study-body">{newest.body}</div>
      ) : (
        <p>
          <LinkButton
            href={href(materialFile, { materialId: of.materialId, version: newest.version })}
            download
            onClick={opened}
          >
            {say({ vi: 'Tải tệp ({form})', en: 'Fetch the file ({form})' }, { form: say(formSaid(newest)) })}
          </LinkButton>
        </p>
      )}
      {of.question && key && (
        <Section title={{ vi: 'Câu hỏi sau bài', en: 'Question after the lesson' }}>
          <Practice key={of.question.version} of={of.question} at={key} doneAt={newest.doneAt} />
        </Section>
      )}
      <Section title={{ vi: 'Tôi', en: 'I' }}>
        <FactList of={mineOf(newest)} />
        {key && (
          <p>
            <Button
              pending={telling.pending}
              onClick={() => void telling.run({ ...key, what: newest.saidAt ? 'unread' : 'read' })}
            >
              {say(
                newest.saidAt
                  ? { vi: 'Ghi lại là chưa đọc', en: 'Not read after all' }
                  : { vi: 'Đã đọc', en: 'I have read it' },
              )}
            </Button>
          </p>
        )}
        <ProblemNote of={telling.problem} />
      </Section>
      <Section title={{ vi: 'Về tài liệu', en: 'About it' }}>
        <FactList of={factsOf(of, newest)} />
      </Section>
      {earlier.length > 0 && (
        <Section title={{ vi: 'Các bản trước', en: 'Earlier versions' }}>
          {earlier.map((one) => (
            <Earlier
              key={one.version}
              of={one}
              materialId={of.materialId}
              followed={of.versions.find(({ version }) => version === one.version + 1)}
            />
          ))}
        </Section>
      )}
    </>
  )
}

const day = (at: string | null) => at && showInstant(at)
const mineOf = ({ openedAt, saidAt, doneAt }: MaterialVersion): Fact[] => [
  { label: { vi: 'Mở lần đầu', en: 'First opened' }, value: day(openedAt) },
  { label: { vi: 'Nói đã đọc', en: 'Said to be read' }, value: day(saidAt) },
  ...(doneAt ? [{ label: { vi: 'Làm đúng câu hỏi', en: 'Answered right' }, value: day(doneAt) }] : []),
]

const factsOf = (of: WholeMaterial, { version, basis, madeAt, madeBy }: MaterialVersion): Fact[] => [
  { label: { vi: 'Loại', en: 'Kind' }, value: say(materialKinds[of.kind]) },
  { label: { vi: 'Căn cứ, nguồn', en: 'Source' }, value: basis || null },
  { label: { vi: 'Đơn vị giữ', en: 'Kept by' }, value: of.areaName },
  {
    label: { vi: 'Bản', en: 'Version' },
    value: say(
      { vi: '{n}, ghi lúc {at}, {by}', en: '{n}, written {at}, {by}' },
      { n: version, at: showInstant(madeAt), by: madeBy ?? say({ vi: 'phần mềm', en: 'the program' }) },
    ),
  },
]

type EarlierProps = {
  readonly of: MaterialVersion
  readonly materialId: MaterialId
  readonly followed: MaterialVersion | undefined
}
/** With the reason why it was followed by another. */
const Earlier = ({ of, materialId, followed }: EarlierProps) => (
  <details class="study-earlier">
    <summary>
      {say({ vi: 'Bản {n}', en: 'Version {n}' }, { n: of.version })}
      {followed?.because &&
        say({ vi: ' (có bản sau vì: {because})', en: ' (followed because: {because})' }, { because: followed.because })}
    </summary>
    {of.body ? (
      <div class="study-body">{of.body}</div>
    ) : (
      <a href={href(materialFile, { materialId, version: of.version })} download>
        {say(formSaid(of))}
      </a>
    )}
  </details>
)
