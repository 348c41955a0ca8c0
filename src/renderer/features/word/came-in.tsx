import type { CameIn, Returned } from '../../../shared/model/import-report.ts'
import type { Warning } from '../../../shared/model/review.ts'
import text from '../../ui/text.module.css'
import { inTheText, isWord, keptInWords } from './came-in-words.ts'
import { bringsInWords } from './return-words.ts'
import styles from './word.module.css'

type CameInProps = {
  readonly name: string
  readonly cameIn: CameIn
  readonly warnings: readonly Warning[]
  /** Of a file that came back. */
  readonly brought?: Returned | null
}

/** The looks of a page: of the first file they are kept for Word files that are made here, of a later copy they are not. */
function NotShown({ isBack }: { readonly isBack: boolean }) {
  return (
    <>
      <dt>{isBack ? 'Not taken over' : 'Not shown'}</dt>
      <dd>
        Fonts, sizes, headers, footers and page layout
        <p className={text['soft']}>
          {isBack
            ? 'Word files made here look as they did before. This file is kept with the review.'
            : 'The file is kept with the review; a Word file made from it has them again.'}
        </p>
      </dd>
    </>
  )
}

/** What of a file is in the text, what is kept as it is, and what came in differently. */
export function CameInFile({ name, cameIn, warnings, brought = null }: CameInProps) {
  const kept = keptInWords(cameIn.kept)
  return (
    <dl className={styles['facts']}>
      {brought !== null && (
        <>
          <dt>Brought</dt>
          <dd>{bringsInWords(brought).join(', ') || 'nothing that was not here'}</dd>
        </>
      )}
      <dt>{brought === null ? 'In the text' : 'In the file'}</dt>
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
      {isWord(name) && <NotShown isBack={brought !== null} />}
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
