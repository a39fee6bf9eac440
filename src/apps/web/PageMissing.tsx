import { Button } from '#platform/web/kit/Button.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import type { Page as OfRoom } from '#platform/web/room.ts'

/** The code of a page did not arrive: no connection, or a newer version was put in place meanwhile. */
export const PageMissing = () => (
  <Page title={{ vi: 'Chưa tải được trang', en: 'The page could not be loaded' }}>
    <Empty
      title={{ vi: 'Trang này chưa tải được.', en: 'This page could not be loaded.' }}
      why={{
        vi: 'Có thể mất kết nối, hoặc hệ thống vừa được nâng cấp. Chưa có gì bị mất.',
        en: 'The connection may be gone, or the system was just upgraded. Nothing is lost.',
      }}
    >
      <Button look="primary" onClick={() => location.reload()}>
        {say({ vi: 'Tải lại', en: 'Reload' })}
      </Button>
    </Empty>
  </Page>
)

/** `up`: the list from which such a page is opened. */
export const NoSuchPage = ({ up }: { up?: Pick<OfRoom, 'path' | 'title'> | undefined }) => (
  <Page title={{ vi: 'Không có trang này', en: 'No such page' }}>
    <Empty
      title={{ vi: 'Địa chỉ này không dẫn tới trang nào.', en: 'This address leads nowhere.' }}
      why={{ vi: 'Kiểm tra lại địa chỉ, hoặc về trang đầu.', en: 'Check the address, or go to the first page.' }}
    >
      {up && (
        <a class="button" href={up.path}>
          {say(up.title)}
        </a>
      )}{' '}
      <a class="button" href="/">
        {say({ vi: 'Về Việc của tôi', en: 'To My work' })}
      </a>
    </Empty>
  </Page>
)
