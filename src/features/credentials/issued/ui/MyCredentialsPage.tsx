/** What whoever is signed in holds, and until when. */
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { credentialColumns } from '../columns.ts'
import type { Credential } from '../model.ts'
import { myCredentials, myCredentialsFile } from './calls.ts'
import { StateBadge } from './StateBadge.tsx'

const title = { vi: 'Chứng nhận của tôi', en: 'My credentials' }

export default function MyCredentialsPage() {
  const read = useRead(myCredentials, {})
  return (
    <Page title={title}>
      <Reading of={read} rows={3}>
        {({ rows }) => (
          <Listing<Credential>
            name="my-credentials"
            caption={title}
            rows={rows}
            rowKey={(row) => row.credentialId}
            file={listAs(myCredentialsFile, {})}
            columns={shown(credentialColumns, {
              state: (row) => <StateBadge of={row} />,
            })}
            empty={
              <Empty
                title={{ vi: 'Tôi chưa có chứng nhận nào.', en: 'I hold no credential yet.' }}
                why={{
                  vi: 'Chứng nhận được cấp sau khi hoàn thành lớp; tài khoản phải được nối với tên trong sổ cán bộ.',
                  en: 'One is issued when a class is completed; the account must be joined to somebody in the roster.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Page>
  )
}
