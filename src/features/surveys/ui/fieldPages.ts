/** The phone's pages that come when the first of them is opened: together, since parts of them apart would weigh on the first page. */
export { default as CannotPage } from '../notices/ui/CannotPage.tsx'
export { default as MyNoticesPage } from '../notices/ui/MyNoticesPage.tsx'
export { default as UnlistedPage } from '../notices/ui/UnlistedPage.tsx'
export { default as FieldSurveyPage } from './FieldSurveyPage.tsx'
