import type { ReactNode } from 'react'
import type { Said } from './claim-writes.ts'
import { IDENTITY_NAMES } from './detail-names.ts'
import type { ClaimDetails, IdentityPart } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { CheckField } from '../../ui/field.tsx'
import { choices } from '../words.ts'
import styles from './claims.module.css'

type DetailsProps = {
  readonly claim: ClaimView
  readonly disabled: boolean
  /** True when it is stored. */
  readonly onChange: (details: Said<ClaimDetails>) => Promise<boolean>
}

type WrittenField =
  'sum' | 'attributedTo' | 'identityCheckedOn' | 'stated' | 'speaker' | 'spokenOn' | 'holder' | 'basis'

type WrittenProps = DetailsProps & {
  readonly field: WrittenField
  readonly label: string
  readonly placeholder?: string
  readonly across?: boolean
}

function Written({ claim, disabled, onChange, field, label, placeholder, across }: WrittenProps) {
  return (
    <CommitField
      className={across === true ? (styles['across'] ?? '') : ''}
      label={label}
      {...(placeholder !== undefined && { placeholder })}
      value={claim.details[field]}
      disabled={disabled}
      onCommit={(value) => onChange({ [field]: value })}
    />
  )
}

type TickedProps = DetailsProps & {
  readonly field: 'computed' | 'trend' | 'wordForWord'
  readonly label: string
}

function Ticked({ claim, disabled, onChange, field, label }: TickedProps) {
  return (
    <CheckField
      label={label}
      checked={claim.details[field]}
      disabled={disabled}
      onChange={(event) => void onChange({ [field]: event.target.checked })}
    />
  )
}

function NumberDetails(props: DetailsProps) {
  const { computed, sum } = props.claim.details
  return (
    <>
      <Ticked {...props} field="computed" label="The figure was worked out" />
      <Ticked {...props} field="trend" label="It tells of a rise or a fall" />
      {(computed || sum !== '') && (
        <Written {...props} field="sum" across label="How it is worked out" placeholder="412 − 298 = 114" />
      )}
    </>
  )
}

function IdentityDetails(props: DetailsProps) {
  const { claim, disabled, onChange } = props
  const { identityChecked } = claim.details
  const toggle = (part: IdentityPart, on: boolean): void => {
    void onChange((now) => {
      const others = now.identityChecked.filter((each) => each !== part)
      return { identityChecked: on ? [...others, part] : others }
    })
  }
  return (
    <>
      <fieldset className={styles['ticks']}>
        <legend>Compared with a record</legend>
        {choices(IDENTITY_NAMES).map(({ value, label }) => (
          <CheckField
            key={value}
            label={label}
            checked={identityChecked.includes(value)}
            disabled={disabled}
            onChange={(event) => toggle(value, event.target.checked)}
          />
        ))}
      </fieldset>
      <Written {...props} field="identityCheckedOn" label="Compared on" placeholder="18 November" />
    </>
  )
}

function fieldsOf(props: DetailsProps): ReactNode {
  switch (props.claim.kind) {
    case 'number':
      return <NumberDetails {...props} />
    case 'quotation':
      return (
        <>
          <Written {...props} field="speaker" label="Who said it" />
          <Written {...props} field="spokenOn" label="When" placeholder="18 November, 14:05" />
          <Ticked {...props} field="wordForWord" label="Compared word for word with the recording or notes" />
        </>
      )
    case 'attribution':
      return <Written {...props} field="attributedTo" across label="Who says it, in the words of the text" />
    case 'identity':
      return <IdentityDetails {...props} />
    case 'date-place':
      return <Written {...props} field="stated" across label="The date or place, in the words of the text" />
    case 'opinion':
      return <Written {...props} field="holder" across label="Who holds it, or the stated measure" />
    case 'motive':
      return <Written {...props} field="holder" across label="Whose motive, in whose words" />
    case 'prediction':
      return (
        <>
          <Written {...props} field="holder" label="Who forecasts it" />
          <Written {...props} field="basis" label="On what basis" />
        </>
      )
    case 'event':
    case 'causal':
    case 'allegation':
    case 'background':
      return null
  }
}

/** What the rules ask of the claim itself, by its kind. */
export function KindDetails(props: DetailsProps) {
  const fields = fieldsOf(props)
  return fields === null ? null : <div className={styles['details']}>{fields}</div>
}
