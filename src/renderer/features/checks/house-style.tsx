import { useShallow } from 'zustand/react/shallow'
import { useChecks } from '../../checks/checks.ts'
import { CompactSelect, SelectField } from '../../ui/field.tsx'
import { announce } from '../../ui/announcer.tsx'

/** Every text of the desk is then looked at anew. */
async function choose(id: string): Promise<void> {
  await useChecks.getState().setProfile(id)
  const { failure, profiles } = useChecks.getState()
  const title = profiles.find((each) => each.id === id)?.title ?? id
  announce(failure ?? `House style: ${title}. The text is checked anew.`)
}

function useStyles() {
  const { profile, profiles } = useChecks(useShallow(({ profile, profiles }) => ({ profile, profiles })))
  const options = profiles.map(({ id, title }) => ({ value: id, label: title }))
  return { value: profile, options, onChange: (id: string) => void choose(id) }
}

/** In the tab's head; nothing while the styles are on their way. */
export function HouseStyleSelect() {
  const styles = useStyles()
  return styles.options.length === 0 ? null : <CompactSelect label="House style" {...styles} />
}

/** In Settings. */
export function HouseStyleField() {
  const styles = useStyles()
  if (styles.options.length === 0) return null
  return (
    <SelectField
      label="House style"
      hint="Spelling, word lists and punctuation that the checks of every article follow."
      {...styles}
    />
  )
}
