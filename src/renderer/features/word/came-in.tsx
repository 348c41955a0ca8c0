import type { CameIn } from '../../../shared/model/import-report.ts'
import type { Warning } from '../../../shared/model/review.ts'
import text from '../../ui/text.module.css'
import { inTheText, isWord, keptInWords } from './came-in-words.ts'
import styles from './word.module.css'

type CameInProps = {
  readonly name: string
  readonly cameIn: CameIn
  readonly warnings: readonly Warning[]
}

/** What of a file is in the text, what is kept as it is, and what came in differently. */
export function CameInFile({ name, cameIn, warnings }: CameInProps) {
  const kept = keptInWords(cameIn.kept)
  return (
    <dl className={styles['facts']}>
      <dt>In the text</dt>
      <dd>{inTheText(cameIn).join(', ')}</dd>
      {kept !== '' && (
        <>
          <dt>Kept as it is</dt>
          <dd>
            {kept}
            <p className={text['soft']}>
              They stand in the text as locked chips, and go back into a Word file as they were.
            </p>
          </dd>
        </>
      )}
      {isWord(name) && (
        <>
          <dt>Not shown</dt>
          <dd>
            Fonts, sizes, headers, footers and page layout
            <p className={text['soft']}>
              The file is kept with the review; a Word file made from it has them again.
            </p>
          </dd>
        </>
      )}
      <dt>Differently</dt>
      <dd>
        {warnings.length === 0 ? (
          'Nothing: all of it came in as it was.'
        ) : (
          <ul className={styles['warnings']}>
            {warnings.map((warning, index) => (
              <li key={`${warning.code} ${index}`}>{warning.message}</li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  )
}
