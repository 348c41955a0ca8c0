const KEY = 'stet.autocorrect'

/** Whether typing is corrected on this machine; it is, until somebody says no. */
export function readAutocorrect(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function setAutocorrect(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}
