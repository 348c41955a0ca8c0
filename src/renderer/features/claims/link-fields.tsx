import type { Bearing, ClaimKind, ClaimSource } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'
import { Button } from '../../ui/button.tsx'
import { CommitField } from '../../ui/commit-field.tsx'
import { CheckField, SelectField } from '../../ui/field.tsx'
import { focusOnOpen } from '../../ui/focus-on-open.ts'
import { choices } from '../words.ts'
import { saveLink } from './claim-writes.ts'
import type { Said } from './claim-writes.ts'
import styles from './claims.module.css'
import { BEARING_NAMES, STANCE_NAMES } from './detail-names.ts'
import { onEscape } from './on-escape.ts'

/** On which parts a source can bear, by what the rules ask of the kind. */
function partsOf(kind: ClaimKind, trend: boolean): readonly Bearing[] {
  if (kind === 'causal') return ['cause', 'effect', 'link']
  if (kind === 'number' && trend) return ['first-value', 'second-value']
  if (kind === 'motive' || kind === 'quotation' || kind === 'opinion') return ['own-words']
  return []
}

/** One that is ticked stands beside the others; without any, the source bears on the whole claim. */
function withPart(bears: readonly Bearing[], part: Bearing, on: boolean): readonly Bearing[] {
  const others = bears.filter((each) => each !== part && each !== 'claim')
  const next = on ? [...others, part] : others
  return next.length === 0 ? ['claim'] : next
}

type LinkProps = {
  readonly claim: ClaimView
  readonly link: ClaimSource
  readonly source: Source
  readonly onDone: () => void
}

/** What is said of one source of a claim; each field is stored when it is left. */
export function LinkFields({ claim, link, source, onDone }: LinkProps) {
  const save = (said: Said<ClaimSource>): Promise<boolean> => saveLink(claim.id, link.sourceId, said)
  const parts = [...new Set([...partsOf(claim.kind, claim.details.trend), ...link.bears])]
  const offered = parts.filter((part) => part !== 'claim')
  return (
    <fieldset ref={onEscape(onDone)} className={styles['link']} aria-label={`Of ${source.title}`}>
      <CommitField
        label="Where in it"
        placeholder="p. 3, item 7"
        value={link.locator}
        fieldRef={focusOnOpen}
        onCommit={(locator) => save({ locator })}
      />
      <SelectField
        label="It"
        value={link.stance}
        options={choices(STANCE_NAMES)}
        onChange={(stance) => void save({ stance })}
      />
      {offered.length > 0 && (
        <fieldset className={styles['ticks']}>
          <legend>It bears on</legend>
          {offered.map((part) => (
            <CheckField
              key={part}
              label={BEARING_NAMES[part]}
              checked={link.bears.includes(part)}
              onChange={({ target: { checked } }) =>
                void save((now) => ({ bears: withPart(now.bears, part, checked) }))
              }
            />
          ))}
        </fieldset>
      )}
      {link.stance === 'contradicts' && (
        <CommitField
          className={styles['across'] ?? ''}
          label="Why the claim stands all the same"
          multiline
          value={link.answer}
          onCommit={(answer) => save({ answer })}
        />
      )}
      <CommitField
        className={styles['across'] ?? ''}
        label="Note"
        value={link.note}
        onCommit={(note) => save({ note })}
      />
      <Button look="line" onClick={onDone}>
        Done
      </Button>
    </fieldset>
  )
}
