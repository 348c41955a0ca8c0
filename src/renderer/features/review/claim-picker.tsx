import { useId, useState } from 'react'
import type { ClaimView } from '../../../shared/model/review.ts'
import { TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import styles from './claim-picker.module.css'

/** Lists that are longer can be searched. */
const EASILY_SEEN = 8

type PickerProps = {
  readonly label: string
  readonly hint: string
  readonly claims: readonly ClaimView[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function holds({ number, words, quote }: ClaimView, query: string): boolean {
  return `${number} ${words || quote}`.toLowerCase().includes(query)
}

/** Claims to tick, by number and words; those that are ticked stay in sight whatever is looked for. */
export function ClaimPicker({ label, hint, claims, chosen, onChange }: PickerProps) {
  const hintId = useId()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const inText = [...claims].sort((a, b) => a.number - b.number)
  const shown = inText.filter((claim) => chosen.includes(claim.id) || holds(claim, wanted))
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <fieldset className={styles['picker']} aria-describedby={hintId}>
      <legend className={styles['legend']}>{label}</legend>
      {claims.length > EASILY_SEEN && (
        <TextField
          label="Find a claim"
          placeholder="number or words"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
      )}
      <ul className={styles['list']}>
        {shown.map((claim) => (
          <li key={claim.id}>
            <label className={styles['claim']}>
              <input
                type="checkbox"
                checked={chosen.includes(claim.id)}
                aria-label={`Claim ${claim.number}: ${claim.words || claim.quote}`}
                onChange={() => toggle(claim.id)}
              />
              <span className={styles['number']}>{claim.number}</span>
              <span className={text['cut']} dir="auto">
                {claim.words || claim.quote}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles['hint']} id={hintId}>
        {claims.length === 0 ? 'The article has no claims yet.' : hint}
      </p>
    </fieldset>
  )
}
