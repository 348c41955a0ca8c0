import type { ConflictInWords, PackagePreview } from '../../../shared/contract.ts'
import { counted } from '../../ui/counted.ts'
import text from '../../ui/text.module.css'
import { dayAndClock } from '../../ui/time.ts'
import styles from './exchange.module.css'
import { PURPOSE_RECEIVED } from './package-words.ts'
import { AUDIENCE_MEANINGS, bringsInWords } from './preview-words.ts'

/** What two desks said differently, both sides beside each other. */
function Differences({ conflicts }: { readonly conflicts: readonly ConflictInWords[] }) {
  if (conflicts.length === 0) return null
  return (
    <section className={styles['differences']} aria-labelledby="package-conflicts">
      <h4 id="package-conflicts">
        {counted(conflicts.length, 'thing is said differently', 'things are said differently')}
      </h4>
      <p className={text['soft']}>
        Both sides are kept. Somebody chooses in Sign-off; approval waits until then (B7).
      </p>
      <ul>
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

/** From whom, for whom and why, and what comes with it. */
export function PackageFacts({ preview }: { readonly preview: PackagePreview }) {
  const { from, by, at, audience, purpose, brings, conflicts, warnings } = preview
  const words = bringsInWords(brings)
  return (
    <>
      <dl className={styles['facts']}>
        <dt>From</dt>
        <dd>
          {from.name || 'a desk without a name'}
          {by === '' ? '' : `, ${by}`}, {dayAndClock(at)}
        </dd>
        <dt>Purpose</dt>
        <dd>{PURPOSE_RECEIVED[purpose]}</dd>
        <dt>Audience</dt>
        <dd>{AUDIENCE_MEANINGS[audience]}</dd>
        <dt>Brings</dt>
        <dd>{words.length === 0 ? 'nothing that is not here' : words.join(', ')}</dd>
      </dl>
      <Differences conflicts={conflicts} />
      {warnings.map((warning, index) => (
        <p key={`${warning.code} ${index}`} className={text['soft']}>
          {warning.message}
        </p>
      ))}
    </>
  )
}
