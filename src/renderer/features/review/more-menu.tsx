import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { run } from '../commands/dispatch.ts'
import { useNarrowTools } from './narrow.ts'

/** What is seldom needed, and what does not fit on a narrow window. */
export const MoreMenu = memo(function MoreMenu({ away }: { readonly away: boolean }) {
  const narrow = useNarrowTools()
  return (
    <Menu
      align="end"
      trigger={
        <Button only aria-label="More tools">
          <Icon of={Ellipsis} />
        </Button>
      }
    >
      {narrow && (
        <>
          <MenuItem onSelect={() => run('change.accept')}>Accept the change</MenuItem>
          <MenuItem onSelect={() => run('change.reject')}>Reject the change</MenuItem>
          <MenuItem onSelect={() => run('comment.add')}>Comment</MenuItem>
          <MenuItem onSelect={() => run('claim.add')}>Claim from selection</MenuItem>
          <MenuItem onSelect={() => run('export.open')}>Export…</MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem onSelect={() => run('package.handOver')}>Hand over to another desk…</MenuItem>
      <MenuItem onSelect={() => run('package.open')}>Open a package of another desk…</MenuItem>
      {away && <MenuItem onSelect={() => run('package.takeBack')}>Take the right to edit back…</MenuItem>}
      <MenuSeparator />
      <MenuItem onSelect={() => run('word.bringBack')}>Bring back a Word file…</MenuItem>
      <MenuItem onSelect={() => run('article.cameIn')}>What came in with the file…</MenuItem>
      <MenuItem onSelect={() => run('pdf.check')}>Check a PDF and its signatures…</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => run('signoff.stops')}>What would stop this now?</MenuItem>
    </Menu>
  )
})
