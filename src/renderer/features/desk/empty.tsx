import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import styles from './desk.module.css'
import { useDesk } from './store.ts'

export const HOW_TO_BEGIN = 'Drop a .docx, .txt, .md, .html or .stet file anywhere to begin a review'

/** `whole`: there is no article at all, and not only none that matches. */
export function Empty({ whole }: { readonly whole: boolean }) {
  const { setFacet, search } = useDesk()
  if (whole) {
    return (
      <div className={styles['empty']}>
        <p className={text['title']}>The desk is clear</p>
        <p className={text['soft']}>{HOW_TO_BEGIN}.</p>
      </div>
    )
  }
  return (
    <div className={styles['empty']}>
      <p className={text['title']}>Nothing matches</p>
      <p className={text['soft']}>No article has these words under this filter.</p>
      <Button
        look="line"
        onClick={() => {
          setFacet({ kind: 'all' })
          search('')
        }}
      >
        Show all articles
      </Button>
    </div>
  )
}
