import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { classes } from '../../ui/classes.ts'
import { goToArticle } from '../route.ts'
import { useShell } from '../shell-store.ts'
import type { ImportReport as Report } from '../shell-store.ts'
import { CameInFile } from '../word/came-in.tsx'
import { afterRefusal } from '../word/refusal-words.ts'
import styles from './import-report.module.css'

function titleOf(report: Report): string {
  if (report.imported.length === 0) return 'Nothing was opened'
  return `${counted(report.imported.length, 'draft')} opened`
}

/** What came in, what came in differently, and what was not taken. */
export function ImportReport({ report }: { readonly report: Report }) {
  const hide = useShell((shell) => shell.hide)
  const [first] = report.imported
  const open = (articleId: string): void => {
    hide()
    goToArticle(articleId)
  }
  return (
    <Dialog
      title={titleOf(report)}
      onClose={hide}
      footer={
        <>
          {first !== undefined && (
            <Button look="fill" onClick={() => open(first.articleId)}>
              {report.imported.length === 1 ? 'Open the review' : 'Open the first'}
            </Button>
          )}
          <Button onClick={hide}>Back to the desk</Button>
        </>
      }
    >
      <ul className={styles['files']}>
        {report.refused.map((file) => (
          <li key={file.name}>
            <p>
              <span className={text['strong']}>{file.name}</span>{' '}
              <span className={classes(text['stop'], text['strong'])}>not opened</span>
            </p>
            <p>{file.message}</p>
            <p className={text['soft']}>{afterRefusal(file)}</p>
          </li>
        ))}
        {report.imported.map((file) => (
          <li key={file.articleId}>
            <p className={text['strong']}>{file.name}</p>
            <CameInFile {...file} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
