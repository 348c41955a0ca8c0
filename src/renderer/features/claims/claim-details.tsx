import type { ClaimDetails, ClaimKind } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { CheckField } from '../../ui/field.tsx'
import styles from './claims.module.css'

type DetailsProps = {
  readonly claim: ClaimView
  readonly disabled: boolean
  readonly onChange: (details: ClaimDetails) => void
}

/** Kinds whose rules ask who holds or says it. */
const HOLDER_LABEL: Readonly<Partial<Record<ClaimKind, string>>> = {
  opinion: 'Who holds it, or the stated measure',
  motive: 'Whose motive, in whose words',
  prediction: 'Who forecasts it, and on what basis',
}

/** What the rules ask of the claim itself, by its kind. */
export function ClaimDetailsFields({ claim, disabled, onChange }: DetailsProps) {
  const { details, kind } = claim
  const holder = HOLDER_LABEL[kind]
  if (kind === 'number') {
    return (
      <div className={styles['details']}>
        <CommitField
          className={styles['across'] ?? ''}
          label="How it is worked out, if it is computed"
          placeholder="412 − 298 = 114"
          value={details.sum}
          disabled={disabled}
          onCommit={(sum) => onChange({ ...details, sum })}
        />
      </div>
    )
  }
  if (kind === 'quotation') {
    return (
      <div className={styles['details']}>
        <CommitField
          label="Who said it"
          value={details.speaker}
          disabled={disabled}
          onCommit={(speaker) => onChange({ ...details, speaker })}
        />
        <CommitField
          label="When"
          placeholder="18 November, 14:05"
          value={details.spokenOn}
          disabled={disabled}
          onCommit={(spokenOn) => onChange({ ...details, spokenOn })}
        />
        <CheckField
          label="Compared word for word with the recording or notes"
          checked={details.wordForWord}
          disabled={disabled}
          onChange={(event) => onChange({ ...details, wordForWord: event.target.checked })}
        />
      </div>
    )
  }
  if (kind === 'allegation') {
    return (
      <div className={styles['details']}>
        <CommitField
          className={styles['across'] ?? ''}
          label="Parties it speaks against, one on a line"
          multiline
          value={details.parties.join('\n')}
          disabled={disabled}
          onCommit={(lines) => {
            const parties = lines.split('\n').map((line) => line.trim())
            onChange({ ...details, parties: parties.filter((line) => line !== '') })
          }}
        />
      </div>
    )
  }
  if (holder === undefined) return null
  return (
    <div className={styles['details']}>
      <CommitField
        className={styles['across'] ?? ''}
        label={holder}
        value={details.holder}
        disabled={disabled}
        onCommit={(value) => onChange({ ...details, holder: value })}
      />
    </div>
  )
}
