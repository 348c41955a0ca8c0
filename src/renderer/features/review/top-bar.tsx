import { ChevronLeft } from 'lucide-react'
import type { ReviewState } from '../../../shared/model/review.ts'
import bars from '../../ui/bars.module.css'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { run } from '../commands/dispatch.ts'
import { ApprovedLink } from '../compare/approved-link.tsx'
import { PersonMenu } from '../session/person-menu.tsx'
import styles from './review.module.css'
import { Steps } from './steps.tsx'
import { useReview } from './store.ts'

/** What article this is, which step it stands at, and who is here. */
export function TopBar({ state }: { readonly state: ReviewState }) {
  const live = useReview((review) => review.snapshot?.index.headline)
  const { slug, version, headline } = state.article
  const title = live ?? headline
  return (
    <header className={bars['bar']} data-region="bar">
      <Button only aria-label="Back to the desk" onClick={() => run('go.desk')}>
        <Icon of={ChevronLeft} />
      </Button>
      <h1 className={classes(styles['headline'], text['cut'], text['grow'])} dir="auto" title={title}>
        {title === '' ? 'Untitled' : title}
      </h1>
      <button
        type="button"
        className={classes(text['slug'], styles['slug'])}
        title="Slug, byline, desk and due"
        onClick={() => run('article.details')}
      >
        {slug === '' ? 'no slug yet' : slug} · v{version}
      </button>
      <ApprovedLink state={state} />
      <Steps state={state} />
      <PersonMenu />
    </header>
  )
}
