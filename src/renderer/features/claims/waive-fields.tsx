import type { Person } from '../../../shared/model/person.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import { CheckField, SelectField, TextArea, TextField } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { choices } from '../words.ts'
import styles from './claims.module.css'
import { WAIVER_CATEGORY_NAMES } from './detail-names.ts'
import { LEAST_REASON } from './waive-draft.ts'
import type { WaiverDraft } from './waive-draft.ts'
import { rolesInWords } from './verify-refusal.ts'

type RulesProps = {
  readonly mine: readonly RuleResult[]
  readonly others: readonly RuleResult[]
  readonly chosen: readonly string[]
  readonly onChange: (rules: readonly string[]) => void
}

/** The rules that stand against the claim: those that the role may waive can be ticked, the others say who may. */
export function RulesToWaive({ mine, others, chosen, onChange }: RulesProps) {
  const toggle = (rule: string, on: boolean): void => {
    onChange(mine.map((each) => each.rule).filter((each) => (each === rule ? on : chosen.includes(each))))
  }
  return (
    <fieldset className={styles['waive']}>
      <legend className={text['strong']}>Rules to waive</legend>
      {mine.map(({ rule, title, why }) => (
        <div key={rule}>
          <CheckField
            label={`${rule} ${title}`}
            checked={chosen.includes(rule)}
            onChange={(event) => toggle(rule, event.target.checked)}
          />
          <p className={text['soft']}>{why}</p>
        </div>
      ))}
      {others.map(({ rule, title, why, waivedBy }) => (
        <div key={rule}>
          <p>
            {rule} {title}:{' '}
            <span className={text['stop']}>
              {waivedBy.length === 0
                ? 'nobody may waive it.'
                : `only ${rolesInWords(waivedBy)} may waive it.`}
            </span>
          </p>
          <p className={text['soft']}>{why}</p>
        </div>
      ))}
    </fieldset>
  )
}

type FieldsProps = {
  readonly draft: WaiverDraft
  readonly people: readonly Person[]
  /** The version of the article now. */
  readonly version: number
  readonly onChange: (part: Partial<WaiverDraft>) => void
}

/** Why, of what sort, at whose asking, and how long. */
export function WaiveFields({ draft, people, version, onChange }: FieldsProps) {
  const { reason, category, askedBy, through } = draft
  return (
    <>
      <TextArea
        label="Reason"
        hint={`${reason.trim().length} of at least ${LEAST_REASON} characters`}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
      <div className={styles['pair']}>
        <SelectField
          label="Category"
          value={category}
          options={choices(WAIVER_CATEGORY_NAMES)}
          onChange={(chosen) => onChange({ category: chosen })}
        />
        <SelectField
          label="Asked by"
          value={askedBy}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(chosen) => onChange({ askedBy: chosen })}
        />
        <TextField
          label="Through version"
          hint={`The article stands at v${version}. The waiver ends with the version you name.`}
          type="number"
          min={version}
          step={1}
          value={Number.isNaN(through) ? '' : through}
          onChange={(event) => onChange({ through: event.target.valueAsNumber })}
        />
      </div>
    </>
  )
}
