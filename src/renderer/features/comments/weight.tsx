import { CompactSelect } from '../../ui/field.tsx'
import { useSession } from '../session-store.ts'
import { choices, LEVEL_NAMES } from '../words.ts'
import styles from './comments.module.css'
import type { Draft } from './draft.ts'
import { useIsLegal } from './private-mark.tsx'

type Fields = Pick<Draft, 'level' | 'assigneeId' | 'audience'>

const AUDIENCES = [
  { value: 'desk', label: 'for the desk' },
  { value: 'legal', label: 'private to legal' },
] as const

/** How much a comment weighs, who is to act on it, and, in the legal role, who may read it. */
export function Weight(props: {
  readonly value: Fields
  readonly onChange: (fields: Partial<Fields>, name: string) => void
}) {
  const { value, onChange } = props
  const people = useSession((store) => store.session?.people)
  const isLegal = useIsLegal()
  const assignees = [
    { value: '', label: 'to nobody' },
    ...(people ?? [])
      .filter((person) => !person.outside)
      .map((person) => ({ value: String(person.id), label: `to ${person.name}` })),
  ]
  return (
    <p className={styles['weight']}>
      <CompactSelect
        label="Level"
        value={value.level}
        options={choices(LEVEL_NAMES)}
        onChange={(level) => onChange({ level }, level)}
      />
      <CompactSelect
        label="Assigned to"
        value={value.assigneeId ?? ''}
        options={assignees}
        onChange={(id) => {
          const name = people?.find((person) => person.id === id)?.name ?? 'nobody'
          onChange({ assigneeId: id === '' ? null : id }, name)
        }}
      />
      {isLegal && (
        <CompactSelect
          label="Who may read it"
          value={value.audience}
          options={AUDIENCES}
          onChange={(audience) => onChange({ audience }, audience)}
        />
      )}
    </p>
  )
}
