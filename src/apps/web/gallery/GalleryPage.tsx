import { Page } from '#platform/web/kit/Page.tsx'
import { GalleryForms } from './GalleryForms.tsx'
import { GalleryListing } from './GalleryListing.tsx'
import { GalleryMarks } from './GalleryMarks.tsx'

/** Every part of the kit on one page, in development builds only. */
export default function GalleryPage() {
  return (
    <Page title={{ vi: 'Bộ giao diện', en: 'The kit' }} state="Mỗi bộ phận một lần, với dữ liệu đặt ra.">
      <GalleryMarks />
      <GalleryForms />
      <GalleryListing />
    </Page>
  )
}
