import { showInstant } from '#kernel/dates.ts'
import { say } from '../language.ts'
import { Notice } from './Notice.tsx'

/** Above what this device kept while the server is out of reach: it says how old it is. Nothing where `at` is null. */
export const KeptNote = ({ at }: { at: number | null }) =>
  at === null ? null : (
    <Notice>
      {say(
        {
          vi: 'Chưa kết nối được máy chủ. Bên dưới là bản đã lưu trên máy lúc {at}.',
          en: 'The server cannot be reached. Below is what this device kept at {at}.',
        },
        { at: showInstant(new Date(at).toISOString()) },
      )}
    </Notice>
  )
