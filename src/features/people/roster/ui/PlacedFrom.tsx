import { say } from '#platform/web/language.ts'

/** What goes on where a placing again is taken back as a mistake. */
export const PlacedFrom = ({ unit }: { unit: string }) => (
  <p>
    {say(
      {
        vi: 'Bỏ lần bố trí lại này: chức danh ở {unit} tiếp tục như trước khi bố trí lại, lần luân chuyển, biệt phái đang thực hiện cũng vậy.',
        en: 'This placing is taken back: the post at {unit} goes on as before it, and so does a rotation or secondment under way.',
      },
      { unit },
    )}
  </p>
)
