import { useEffect } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useChecks } from '../../checks/checks.ts'
import { useChecking } from '../../checks/use-checking.ts'
import { counted } from '../../ui/counted.ts'
import { followChecks } from './follow.ts'
import { useCheckList } from './store.ts'

function Checking() {
  useChecking()
  return null
}

/** Keeps the list with the open article; draws nothing. */
export function FollowChecks() {
  const turn = useCheckList((list) => list.turn)
  useEffect(followChecks, [])
  return <Checking key={turn} />
}

/** For the line at the foot: how many proposals, and after which style. */
export function ChecksStatus() {
  const count = useCheckList((list) => list.rows.length)
  const { state, profile, profiles } = useChecks(
    useShallow(({ state, profile, profiles }) => ({ state, profile, profiles })),
  )
  const style = profiles.find(({ id }) => id === profile)?.title
  if (state === 'off') return null
  return (
    <>
      <span>{state === 'failed' ? 'not checked' : counted(count, 'proposal')}</span>
      {style !== undefined && <span>{style}</span>}
    </>
  )
}
