/** What main asks in dialogs of its own, which the window can neither draw nor answer. */
export const consent = {
  cancel: 'Cancel',
  charge: {
    title: (amount: string, organisation: string) => `Charge ${amount} to the card for ${organisation}?`,
    explained: 'The charge is made right away. You can’t undo this here.',
    act: (amount: string) => `Charge ${amount}`,
  },
  again: {
    title: (amount: string, organisation: string) => `Retry the ${amount} top-up for ${organisation}?`,
    explained: 'If it hasn’t been charged yet, it’s charged now.',
    act: (amount: string) => `Retry ${amount}`,
  },
  overLimit: {
    title: (amount: string, organisation: string) =>
      `Charge ${amount} to the card for ${organisation}, over your daily limit?`,
    explained: (limit: string) => `Your limit is ${limit} a day. You can’t undo this here.`,
  },
  raiseLimit: {
    title: (organisation: string, to: string) => `Raise the daily limit for ${organisation} to ${to}?`,
    explained: (from: string) => `It’s ${from} now.`,
    act: 'Raise limit',
  },
  removeLimit: {
    title: (organisation: string) => `Remove the daily limit for ${organisation}?`,
    explained: (from: string, most: string) =>
      `It’s ${from} now. Without it, up to ${most} can be charged within 24 hours.`,
    act: 'Remove limit',
  },
  reset: {
    title: 'Erase everything here?',
    explained:
      'This signs out everywhere and deletes tokens, settings, history, and the key ledger from this computer.',
    act: 'Erase everything',
  },
}
