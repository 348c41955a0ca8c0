/** The id of the element that says what the words of a claim are; whoever shows the editor puts it into the page. */
export function claimLabelId(claimId: string): string {
  return `claim-label-${claimId}`
}
