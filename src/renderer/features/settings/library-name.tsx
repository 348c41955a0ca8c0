import { host } from '../../host/host.ts'
import { CommitField } from '../../ui/commit-field.tsx'
import { useSession } from '../session-store.ts'
import { useShell } from '../shell-store.ts'

async function rename(name: string): Promise<boolean> {
  const outcome = await host.call('session.renameLibrary', { name })
  if (outcome.ok) useSession.setState({ session: outcome.value })
  else useShell.getState().setNotice(outcome.error.message)
  return outcome.ok
}

/** What other desks read as the sender of a package, and in the record of what was done here. */
export function LibraryName() {
  const name = useSession((store) => store.session?.libraryName ?? '')
  return (
    <CommitField
      label="This desk is called"
      hint="Other desks see it on what you hand them, and in the record."
      value={name}
      onCommit={rename}
    />
  )
}
