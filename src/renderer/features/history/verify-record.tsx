import type { ArticleId } from '../../../shared/model/ids.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import text from '../../ui/text.module.css'
import styles from './history.module.css'
import { useVerify } from './verify.ts'

/** The button that checks the record, and what was found in one line; History lists it. */
export function VerifyRecord({ articleId }: { readonly articleId: ArticleId }) {
  const { verified, running, verify } = useVerify()
  const found = verified?.articleId === articleId ? verified : null
  return (
    <>
      <Button aria-disabled={running} onClick={() => void verify(articleId)}>
        {running ? 'Verifying…' : 'Verify the record'}
      </Button>
      {found !== null && <p className={classes(styles['found'], !found.ok && text['stop'])}>{found.words}</p>}
    </>
  )
}
