/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent = {
  cancel: 'Cancel',
  charge: {
    title: (amount: string, organisation: string) => `Charge ${amount} to the card of ${organisation}?`,
    explained: 'It is charged at once. This can’t be undone here.',
    act: (amount: string) => `Charge ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) =>
      `Send the top-up of ${amount} for ${organisation} again?`,
    explained: 'If it wasn’t charged yet, it is charged now.',
    act: 'Send again',
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Charge ${amount} to the card of ${organisation}, over your daily limit?`,
    explained: (limit: string) => `Your limit is ${limit} a day. This can’t be undone here.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Raise the daily limit of ${organisation} to ${to}?`,
    explained: (from: string) => `It is ${from} now.`,
    act: 'Raise limit',
  },
  removeLimit: {
    title: (organisation: string) => `Remove the daily limit of ${organisation}?`,
    explained: (from: string, most: string) =>
      `It is ${from} now. Without it, up to ${most} can be charged within 24 hours.`,
    act: 'Remove limit',
  },
  reset: {
    title: 'Start over on this computer?',
    explained:
      'Signs out everywhere, and deletes tokens, settings, history and key ledger from this computer.',
    act: 'Start over',
  },
}
