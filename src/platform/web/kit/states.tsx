/** What a page shows where there is nothing to show yet, nothing at all, or nothing for me. */
import type { ComponentChildren } from 'preact'
import type { GrantedRight } from '#kernel/access.ts'
import { rights } from '#kernel/access.ts'
import { say, type Words } from '../language.ts'

/** Keeps the shape of what is coming. `rows` lines of a list, or a block of text. */
export const Skeleton = ({ rows = 6, label }: { rows?: number; label?: Words }) => (
  <div class="skeleton" role="status">
    <span class="only-heard">{say(label ?? { vi: 'Đang tải', en: 'Loading' })}</span>
    {Array.from({ length: rows }, (_, at) => (
      <div key={at} class="skeleton-line" aria-hidden="true" />
    ))}
  </div>
)

type EmptyProps = { readonly title: Words; readonly why?: Words; readonly children?: ComponentChildren }

/** Says why there is nothing, and offers the first step. */
export const Empty = ({ title, why, children }: EmptyProps) => (
  <div class="empty">
    <p class="empty-title">{say(title)}</p>
    {why && <p>{say(why)}</p>}
    {children && <div class="empty-step">{children}</div>}
  </div>
)

/** Says whom to ask. */
export const NoPermission = ({ right }: { right?: GrantedRight }) => (
  <div class="empty no-permission" role="note">
    <p class="empty-title">
      {right
        ? say(
            { vi: 'Bạn chưa được giao quyền: {name}.', en: 'You have not been given the right: {name}.' },
            { name: say(rights[right]).toLowerCase() },
          )
        : say({ vi: 'Bạn chưa được giao quyền ở đây.', en: 'You have not been given a right here.' })}
    </p>
    <p>
      {say({
        vi: 'Hãy hỏi người quản trị của đơn vị bạn, hoặc cấp trên trực tiếp, để được giao quyền.',
        en: 'Ask the administrator of your unit, or the level above, to give it to you.',
      })}
    </p>
  </div>
)
