import { Button } from '#platform/web/kit/Button.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'

/** An address that leads nowhere, or a page whose code did not arrive. */
export const Nowhere = () => (
  <Page title={{ vi: 'Chưa mở được trang này', en: 'This page could not be opened' }}>
    <Empty
      title={{ vi: 'Không có trang này, hoặc chưa có mạng để tải.', en: 'No such page, or no connection to load it.' }}
      why={{ vi: 'Những gì bạn đã nhập vẫn còn trên máy.', en: 'What you typed is still on this phone.' }}
    >
      <a class="button" href="/phone">
        {say({ vi: 'Về Hộ của tôi', en: 'To my households' })}
      </a>
    </Empty>
  </Page>
)

/** A page that fails: what was typed lies on the phone, and a newer page may be here. */
export const Fallen = () => (
  <Page title={{ vi: 'Trang này gặp lỗi', en: 'This page has failed' }}>
    <Empty
      title={{
        vi: 'Phiếu, tin báo và những gì đã nhập vẫn còn trên máy.',
        en: 'Forms, notices and what was typed are still on this phone.',
      }}
      why={{
        vi: 'Hãy tải lại trang. Nếu vẫn lỗi, báo cán bộ xã.',
        en: 'Reload it. If it fails again, tell the commune.',
      }}
    >
      <Button look="primary" onClick={() => location.reload()}>
        {say({ vi: 'Tải lại', en: 'Reload' })}
      </Button>
    </Empty>
  </Page>
)
