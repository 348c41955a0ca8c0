import type { ReturnPreview } from '../../../shared/contract.ts'
import { ChangedWords } from '../../ui/author.tsx'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import { bringsInWords, KNOWN_BY, shareInWords } from './return-words.ts'
import styles from './word.module.css'

/** The warning of main that edits were made without tracking. */
const UNTRACKED = 'untracked'

/** Whose work the file holds. */
function People({ people }: Pick<ReturnPreview, 'people'>) {
  if (people.length === 0) return <>Nobody’s: it holds no work that is not here</>
  return (
    <ul>
      {people.map((person) => (
        <li key={person.name}>
          {person.name}: {shareInWords(person)}
          {person.isNew && <span className={text['soft']}>, not known here yet</span>}
        </li>
      ))}
    </ul>
  )
}

/** The first of the changes, as they will stand in the text. */
function Changes({ preview }: { readonly preview: ReturnPreview }) {
  const { changes, brings } = preview
  if (changes.length === 0) return null
  const more = brings.changes - changes.length
  return (
    <section className={styles['part']} aria-labelledby="return-changes">
      <h4 id="return-changes">{more > 0 ? `The first of ${brings.changes} changes` : 'Their changes'}</h4>
      <ol className={styles['changes']} aria-labelledby="return-changes">
        {changes.map((change, index) => (
          // oxlint-disable-next-line no-array-index-key -- two may say the same, and the list never changes
          <li key={index}>
            <span className={text['soft']}>{change.by}</span>
            <span className={text['quote']} dir="auto">
              {change.deleted + change.inserted === '' ? (
                change.what
              ) : (
                <ChangedWords person={null} deleted={change.deleted} inserted={change.inserted} />
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Conflicts({ conflicts }: Pick<ReturnPreview, 'conflicts'>) {
  if (conflicts.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="return-conflicts">
      <h4 id="return-conflicts">
        {counted(conflicts.length, 'thing is said differently', 'things are said differently')}
      </h4>
      <p className={text['soft']}>
        Both sides are kept. Somebody chooses in Sign-off; approval waits until then (B7).
      </p>
      <ul className={styles['sides']}>
        {conflicts.map((conflict) => (
          <li key={`${conflict.what} ${conflict.one} ${conflict.other}`}>
            <p className={text['strong']} dir="auto">
              {conflict.what}
            </p>
            <p dir="auto">{conflict.one}</p>
            <p dir="auto">{conflict.other}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the file is from, whose work it holds, and what comes with it. */
export function ReturnFacts({ preview }: { readonly preview: ReturnPreview }) {
  const { name, version, knownBy, people, brings, conflicts, warnings } = preview
  const words = bringsInWords(brings)
  // Found by comparing, under a name that is not sure: that is said first.
  const untracked = warnings.filter(({ code }) => code === UNTRACKED)
  const others = warnings.filter(({ code }) => code !== UNTRACKED)
  return (
    <>
      <dl className={styles['facts']}>
        <dt>File</dt>
        <dd className={styles['name']}>{name}</dd>
        <dt>Made from</dt>
        <dd>
          {version === null
            ? 'a version that it does not name'
            : `${version.name}, ${dayAndClock(version.at)}`}
        </dd>
        <dt>Known</dt>
        <dd>{KNOWN_BY[knownBy]}.</dd>
        <dt>Whose</dt>
        <dd>
          <People people={people} />
        </dd>
        <dt>Brings</dt>
        <dd>{words.length === 0 ? 'nothing that is not here' : words.join(', ')}</dd>
      </dl>
      {untracked.map(({ message }) => (
        <p key={message} className={styles['note']} role="note">
          {message}
        </p>
      ))}
      <Changes preview={preview} />
      <Conflicts conflicts={conflicts} />
      {others.length > 0 && (
        <ul className={styles['warnings']} aria-label="What came in differently">
          {others.map((warning, index) => (
            <li key={`${warning.code} ${index}`} className={text['soft']}>
              {warning.message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
